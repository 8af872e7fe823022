import { blockquote, bullets, paragraph, table, tasks } from "#content/blocks.ts";
import { ago, ahead, dayAgo, dayAhead } from "../moments.ts";
import type { DemoCycle } from "../story.ts";

/** Born from the finished cycle of the same team: what happens when it is not a reading lesson? */
export const strategiesEverywhere: DemoCycle = {
  key: "strategies-everywhere",
  team: "kiem-third-stage",
  project: "reading-to-learn",
  parent: "long-texts",
  title: "Dezelfde leesstrategieën in wereldoriëntatie en wiskunde",
  need: "In de leesles gebruiken ze de strategieën, daarbuiten niet. Wij weten als team nog niet hoe je dat in andere vakken meeneemt zonder er nog een les bij te doen.",
  needOwner: "team",
  targetGroup: "Het team van de derde graad; 60 leerlingen",
  carePhase: 0,
  theme: "metacognition-and-self-regulation",
  endsOn: dayAhead(16, 0),
  cardsAudience: "team",
  moves: [
    { to: "need", by: "nadia", at: ago(7, 2, "15:50") },
    { to: "sources", by: "anna", at: ago(3, 1, "15:45"), why: "We zien wat er misloopt. Nu zoeken wie dit al deed." },
  ],
  strands: [
    {
      by: "anna",
      at: ago(3, 0, "19:20"),
      strand: "metacognition-and-self-regulation",
      why: "Zelf een aanpak kiezen, ook als niemand zegt dat het leesles is.",
    },
    {
      by: "bram",
      at: ago(2, 2, "12:30"),
      strand: "reading-comprehension-strategies",
      why: "Dit kennen we al. Staat er iets in over andere vakken?",
    },
  ],
  documents: {
    need: {
      parts: [
        {
          by: "nadia",
          at: ago(7, 2, "16:02"),
          under: "whose-need",
          blocks: [
            paragraph(
              "Deze keer gaat het over ons. De leerlingen kunnen het in de leesles; wij vragen er in de andere vakken niet naar.",
            ),
          ],
        },
        {
          by: "anna",
          at: ago(6, 4, "12:25"),
          under: "what-we-see",
          blocks: [
            bullets(
              "Wereldoriëntatie, de waterkringloop: de helft van mijn klas zocht meteen naar het vetgedrukte woord. Toen ik vroeg wat ze in de leesles zouden doen, legden ze hun vinger in de kantlijn. Ze wisten het dus wel.",
            ),
          ],
        },
        {
          by: "bram",
          at: ago(6, 2, "15:20"),
          under: "what-we-see",
          blocks: [
            bullets(
              "Bij vraagstukken beginnen ze te rekenen voor ze uitgelezen zijn. Bij 14 van de 23 stond er een bewerking op papier vóór ik het vraagstuk had voorgelezen. Ik heb het eens geteld.",
            ),
            blockquote("Meester, dit is toch rekenen?"),
          ],
        },
        {
          by: "sofie",
          at: ago(5, 1, "15:55"),
          under: "possible-causes",
          blocks: [
            table(
              ["Mogelijke oorzaak", "Hoe gaan we dat na?"],
              [
                "Wij gebruiken buiten de leesles andere woorden dan erin.",
                "Elkaars lessen wereldoriëntatie bekijken, turven.",
              ],
              ["We lezen de tekst in het werkboek zelf voor, om tijd te winnen.", "Twee weken eerlijk bijhouden."],
              ["De vragen in het werkboek vragen enkel om losse woorden.", "Eén thema nakijken."],
            ),
          ],
        },
        {
          by: "nadia",
          at: ago(4, 2, "16:10"),
          under: "goal",
          blocks: [
            paragraph(
              "Tegen {date +16.0} vragen we alle drie in minstens één les per week buiten de leesles om een zin per alinea, en zien we bij een tekst uit wereldoriëntatie hoeveel leerlingen die zin uit zichzelf maken. Startgetal volgt.",
            ),
          ],
        },
        {
          by: "anna",
          at: ago(4, 2, "16:22"),
          under: "inquiry-question",
          blocks: [
            paragraph(
              "Wat moeten wij in onze lessen wereldoriëntatie en wiskunde anders doen, zodat leerlingen er uit zichzelf een leesstrategie gebruiken?",
            ),
          ],
        },
      ],
    },
    sources: {
      parts: [
        {
          by: "bram",
          at: ago(2, 4, "12:20"),
          under: "own-experience",
          blocks: [
            bullets(
              "Toen ik per ongeluk de leeskaartjes liet liggen bij wiskunde, gebruikten een paar leerlingen ze. Per ongeluk is dus ook een methode.",
            ),
          ],
        },
        {
          by: "sofie",
          at: ago(2, 1, "15:40"),
          under: "own-data",
          blocks: [
            paragraph(
              "Twee weken bijgehouden, drie klassen: van de 22 teksten in wereldoriëntatie lazen wij er 17 zelf voor. Ik was het eerlijkst, dus ik heb de slechtste cijfers.",
            ),
          ],
        },
        {
          by: "anna",
          at: ago(1, 2, "19:45"),
          under: "research",
          blocks: [
            paragraph(
              "Toolkit, *metacognitie en zelfregulerend leren*: gemiddeld 8 maanden leerwinst, heel lage kost, sterkte van de evidentie 4 op 5. Wat ik meeneem: strategieën beklijven beter in een echt vak dan in een aparte les “leren leren”. En nee, Bram, die 8 mogen we niet optellen bij de 6 van begrijpend lezen. Het gaat voor een stuk over hetzelfde.",
            ),
          ],
        },
        {
          by: "nadia",
          at: ago(0, 3, "15:48"),
          under: "not-yet-heard",
          blocks: [
            tasks(
              "x Leerlingen: twee vragen in de kring van het zesde (Bram)",
              "Het atheneum in Zandbeke: hoe lezen ze daar in de eerste graad? (Anna mailt)",
              "De tweede graad, die de strategieën van ons overneemt (Nadia)",
            ),
          ],
        },
      ],
    },
  },
  cards: [
    {
      key: "everywhere-signal",
      kind: "signal",
      by: "bram",
      at: ago(6, 2, "15:26"),
      title: "14 van de 23 leerlingen rekenen voor het vraagstuk gelezen is",
      sourceKind: "own-data",
    },
    {
      key: "everywhere-goal",
      kind: "goal",
      by: "nadia",
      at: ago(4, 2, "16:15"),
      title: "Leesstrategieën ook buiten de leesles",
      forWhom: "drie leraren en 60 leerlingen",
      howMuch: "minstens één les per week per leraar; startgetal bij leerlingen volgt",
      byWhen: dayAhead(16, 0),
    },
    {
      key: "everywhere-source-strand",
      kind: "source",
      by: "anna",
      at: ago(1, 2, "19:52"),
      title: "Toolkit: metacognitie en zelfregulerend leren",
      sourceKind: "science",
      strand: "metacognition-and-self-regulation",
      note: "Aanleren in het vak zelf, niet in een aparte les.",
    },
    {
      key: "everywhere-source-reading-aloud",
      kind: "source",
      by: "sofie",
      at: ago(2, 1, "15:46"),
      title: "Wie leest de tekst? Twee weken geturfd",
      sourceKind: "own-data",
      perspective: "colleagues",
      note: "17 van de 22 teksten lazen wij zelf voor.",
    },
    {
      key: "everywhere-action-atheneum",
      kind: "action",
      by: "nadia",
      at: ago(0, 3, "15:55"),
      title: "Mailen naar het taalteam van het atheneum",
      who: "Anna",
      due: dayAhead(0, 4),
    },
    {
      key: "everywhere-action-notes",
      kind: "action",
      by: "nadia",
      at: ago(1, 1, "16:05"),
      title: "Twee vragen in de kring: wanneer gebruik je de kaartjes wel en niet?",
      who: "Bram",
      due: dayAgo(0, 3),
      done: { by: "bram", at: ago(0, 4, "11:50") },
    },
  ],
  meetings: [
    {
      key: "everywhere-meeting-start",
      planned: { by: "nadia", at: ago(7, 2, "16:15") },
      startsAt: ago(4, 2, "15:45"),
      purpose: "Doel scherp krijgen",
      decisions: ["Eerst twee weken bijhouden wie de tekst leest: wij of zij."],
    },
    {
      key: "everywhere-meeting-next",
      planned: { by: "nadia", at: ago(1, 1, "16:00") },
      startsAt: ahead(0, 3, "15:45"),
      purpose: "Bronnen naast elkaar leggen en kiezen waar we klein beginnen",
    },
  ],
  threads: [
    {
      key: "everywhere-thread-number",
      on: { document: "need", quote: "Startgetal volgt." },
      by: "koen",
      at: ago(4, 0, "08:35"),
      text: "Wanneer? Zonder startgetal weten we straks weer niet of het groeide.",
      replies: [
        {
          by: "anna",
          at: ago(3, 3, "12:28"),
          text: "Eerst moeten we zelf stoppen met voorlezen, anders meten we ons eigen voorlezen. Tegen de volgende vergadering.",
        },
      ],
    },
    {
      key: "everywhere-thread-aloud",
      on: { card: "everywhere-source-reading-aloud" },
      by: "bram",
      at: ago(2, 0, "12:15"),
      text: "Telt het ook als ik de tekst samenvat in plaats van voorlees?",
      replies: [{ by: "sofie", at: ago(1, 4, "12:20"), text: "Dat telt dubbel, Bram." }],
    },
  ],
};
