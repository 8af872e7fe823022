import { bullets, paragraph, table, tasks } from "#content/blocks.ts";
import { ago, ahead, dayAhead } from "../moments.ts";
import type { DemoCycle } from "../story.ts";

/** About the teachers' own questions: what a pupil has to read before the thinking can begin. */
export const testLanguage: DemoCycle = {
  key: "test-language",
  team: "atheneum-language",
  project: "reading-to-learn",
  title: "Toetsvragen die je niet eerst moet vertalen",
  need: "In de eerste graad gaat bij toetsen veel tijd en moed verloren aan de vraag zelf. Leerlingen kennen de leerstof, maar struikelen over onze zinnen.",
  needOwner: "support",
  targetGroup: "112 leerlingen van het eerste en het tweede jaar",
  carePhase: 0,
  theme: "assessment",
  endsOn: dayAhead(7, 0),
  cardsAudience: "team",
  moves: [
    { to: "need", by: "marijn", at: ago(10, 3, "13:00") },
    { to: "sources", by: "marijn", at: ago(10, 0, "13:05") },
    {
      to: "implement",
      by: "gert",
      at: ago(6, 3, "13:10"),
      why: "Eén toets per vak herschrijven en kijken wat er gebeurt.",
    },
  ],
  strands: [
    {
      by: "marijn",
      at: ago(9, 3, "20:10"),
      strand: "reading-comprehension-strategies",
      why: "Een vraag lezen is ook lezen. Voor de helft, want de andere helft is: beter schrijven.",
    },
  ],
  documents: {
    need: {
      parts: [
        {
          by: "marijn",
          at: ago(10, 3, "13:15"),
          under: "what-we-see",
          blocks: [
            bullets(
              "“Verklaar waarom, rekening houdend met het voorgaande, de eerder vermelde oorzaak niet volstaat.” Dat was een vraag voor twaalfjarigen. Van mij.",
              "In één toetsuur kreeg ik 27 keer de vraag “mevrouw, wat moet ik hier doen?”.",
            ),
          ],
        },
        {
          by: "gert",
          at: ago(10, 1, "20:00"),
          under: "goal",
          blocks: [
            paragraph(
              "Tegen {date +7.0} is in drie vakken minstens één toets herschreven, en stellen leerlingen half zo vaak een vraag over de vraag.",
            ),
          ],
        },
        {
          by: "leila",
          at: ago(9, 4, "13:25"),
          under: "what-we-see",
          blocks: [
            bullets(
              "Wiskunde: ik gaf dezelfde zes oefeningen met lange en met korte instructie, telkens aan 56 leerlingen. Lang: 19 leerlingen met vijf of zes juist. Kort: 31. Niet geloot, dus geen bewijs, wel iets om over na te denken.",
            ),
          ],
        },
      ],
    },
    sources: {
      parts: [
        {
          by: "marijn",
          at: ago(9, 3, "20:25"),
          under: "own-experience",
          blocks: [
            bullets(
              "In de onthaalklas schrijven we een vraag zoals je ze luidop zou stellen. Eén vraag per zin, werkwoord vooraan, geen “rekening houdend met”.",
              "Valkuil: te simpel. Wie later examens aflegt, moet ook een lange vraag aankunnen. Gert en ik zijn het daar niet over eens.",
            ),
          ],
        },
      ],
    },
    implement: {
      parts: [
        {
          by: "gert",
          at: ago(6, 2, "20:05"),
          under: "active-ingredients",
          blocks: [
            bullets(
              "Eén vraag per zin, werkwoord vooraan.",
              "Een collega van een **ander vak** leest de toets vooraf. Wie zelf de leerstof kent, ziet het niet.",
              "Tegen het einde van het jaar worden de vragen weer langer, en leren we hoe je ze ontleedt.",
            ),
          ],
        },
        {
          by: "marijn",
          at: ago(5, 2, "13:15"),
          under: "activities",
          blocks: [
            tasks(
              "x Toets Nederlands herschreven en nagelezen door Leila ({date 4.2})",
              "x Toets wiskunde herschreven en nagelezen door Gert ({date 3.1})",
              "Toets aardrijkskunde: collega gevraagd, antwoord volgt (Marijn)",
              "Turven hoe vaak iemand “wat moet ik doen?” vraagt, in vier toetsen (Gert, tegen {date +2.0})",
            ),
          ],
        },
        {
          by: "leila",
          at: ago(2, 3, "13:20"),
          under: "predict-and-observe",
          blocks: [
            table(
              ["Wat we uitproberen", "Wat we verwachten", "Wat we zagen"],
              [
                "Toets wiskunde in korte zinnen",
                "Half zoveel vragen tijdens de toets",
                "11 vragen in plaats van 24. En één leerling vond het “verdacht makkelijk”.",
              ],
            ),
          ],
        },
      ],
    },
  },
  cards: [
    {
      key: "test-signal",
      kind: "signal",
      by: "marijn",
      at: ago(10, 3, "13:22"),
      title: "27 keer “wat moet ik hier doen?” in één toetsuur",
      sourceKind: "own-data",
      perspective: "pupils",
    },
    {
      key: "test-source-reception",
      kind: "source",
      by: "marijn",
      at: ago(9, 3, "20:32"),
      title: "Hoe we vragen stellen in de onthaalklas",
      sourceKind: "practice",
      perspective: "colleagues",
    },
    {
      key: "test-source-strand",
      kind: "source",
      by: "marijn",
      at: ago(9, 2, "12:55"),
      title: "Toolkit: strategieën voor begrijpend lezen",
      sourceKind: "science",
      strand: "reading-comprehension-strategies",
    },
    {
      key: "test-log",
      kind: "log",
      by: "leila",
      at: ago(2, 4, "11:15"),
      title: "Gert streepte vier van mijn zes zinnen door. Hij had gelijk, behalve bij één.",
    },
    {
      key: "test-action-count",
      kind: "action",
      by: "gert",
      at: ago(5, 2, "20:00"),
      title: "Turven tijdens vier toetsen",
      who: "Gert",
      due: dayAhead(2, 0),
    },
  ],
  meetings: [
    {
      key: "test-meeting-next",
      planned: { by: "marijn", at: ago(2, 2, "13:10") },
      startsAt: ahead(0, 2, "13:00"),
      purpose: "Wat zegt het turfblad, en wie doet aardrijkskunde?",
    },
  ],
  threads: [
    {
      key: "test-thread-longer",
      on: { document: "implement", quote: "Tegen het einde van het jaar worden de vragen weer langer" },
      by: "leila",
      at: ago(5, 3, "13:10"),
      text: "Wie bewaakt dat? Als we het nergens opschrijven, blijven ze kort omdat het gemakkelijker verbetert.",
      replies: [
        { by: "gert", at: ago(5, 2, "20:02"), text: "Ik. Zet mijn naam er maar bij, dan kan ik niet meer terug." },
      ],
    },
  ],
};
