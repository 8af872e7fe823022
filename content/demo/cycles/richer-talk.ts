import { bullets, paragraph, table } from "#content/blocks.ts";
import { ago, ahead, dayAhead } from "../moments.ts";
import type { DemoCycle } from "../story.ts";

/** Just begun: two questions answered, the rest of the template still waiting. */
export const richerTalk: DemoCycle = {
  key: "richer-talk",
  team: "kiem-preschool",
  project: "wiser-together",
  title: "Meer en langer praten in de hoeken",
  need: "In de hoeken praten onze kleuters veel met elkaar, maar weinig met ons. En als wij erbij komen zitten, stellen we vooral vragen waar één woord op volgt.",
  needOwner: "support",
  targetGroup: "44 kleuters van de tweede en de derde kleuterklas",
  carePhase: 0,
  theme: "language-education",
  endsOn: dayAhead(20, 0),
  cardsAudience: "coach",
  moves: [{ to: "need", by: "mieke", at: ago(1, 3, "12:35") }],
  strands: [
    {
      by: "mieke",
      at: ago(1, 1, "19:10"),
      strand: "ey-communication-and-language",
      why: "Om eens te lezen voor we verder denken. Nog niet gekozen!",
    },
  ],
  documents: {
    need: {
      parts: [
        {
          by: "mieke",
          at: ago(1, 3, "12:50"),
          under: "whose-need",
          blocks: [
            paragraph(
              "Over hoe wij de kleuters ondersteunen. Het is verleidelijk om te schrijven dat de kleuters te weinig taal hebben. Maar Yusuf vroeg: *hoe lang duurt een gesprekje met ons eigenlijk?* Dat wisten we geen van beiden.",
            ),
          ],
        },
        {
          by: "yusuf",
          at: ago(1, 1, "12:20"),
          under: "what-we-see",
          blocks: [
            paragraph(
              "Ik ben twee keer tien minuten op een stoeltje bij de bouwhoek en de poppenhoek gaan zitten, zonder mee te doen. (Moeilijk! Er werd mij vier keer soep aangeboden.)",
            ),
            table(
              ["Wat ik turfde bij 22 kleuters", "Aantal kleuters"],
              ["Zei een volledige zin tegen een volwassene", "7"],
              ["Zei losse woorden tegen een volwassene", "6"],
              ["Sprak alleen met andere kleuters, of met zichzelf", "9"],
            ),
            bullets(
              "Mijn eigen vragen: 31 keer “Wat is dat?”, “Welke kleur?”, “Klaar?”. Drie keer een vraag waar je over moet nadenken.",
            ),
          ],
        },
        {
          by: "mieke",
          at: ago(0, 4, "12:30"),
          under: "what-we-see",
          blocks: [
            bullets(
              "In de derde kleuterklas komen ze zelf vertellen, maar dan sta ik net jassen dicht te ritsen. De beste gesprekken zijn die aan de kapstok.",
            ),
          ],
        },
      ],
    },
  },
  cards: [
    {
      key: "richer-signal-count",
      kind: "signal",
      by: "yusuf",
      at: ago(1, 1, "12:32"),
      title: "9 van de 22 kleuters spraken in tien minuten niet met een volwassene",
      sourceKind: "own-data",
      perspective: "pupils",
      note: "Twee keer tien minuten geturfd, door mij alleen. Mieke doet het deze week in haar klas.",
    },
    {
      key: "richer-action-count",
      kind: "action",
      by: "mieke",
      at: ago(0, 4, "12:36"),
      title: "Zelfde turfblad in de derde kleuterklas, Nadia neemt de hoeken over",
      who: "Mieke en Nadia",
      due: dayAhead(0, 2),
    },
  ],
  meetings: [
    {
      key: "richer-meeting-next",
      planned: { by: "mieke", at: ago(1, 3, "12:55") },
      startsAt: ahead(0, 4, "12:20"),
      purpose: "Turfbladen naast elkaar leggen, met boterhammen",
    },
  ],
  threads: [
    {
      key: "richer-thread-soup",
      on: { document: "need", quote: "hoe lang duurt een gesprekje met ons eigenlijk?" },
      by: "celine",
      at: ago(0, 3, "10:40"),
      text: "Mooie vraag. Wat zou jullie verrassen als je het antwoord wist?",
      replies: [
        {
          by: "yusuf",
          at: ago(0, 2, "12:15"),
          text: "Als het langer is dan ik denk. Ik gok op twee beurten en dan moet er iemand plassen.",
        },
      ],
    },
  ],
};
