import { bullets, paragraph } from "#content/blocks.ts";
import { ago, dayAhead } from "../moments.ts";
import type { DemoCycle } from "../story.ts";

/** The small school's part in the implementation project: a first page, with much still open. */
export const wordProblems: DemoCycle = {
  key: "word-problems",
  team: "veldmuis-school",
  project: "reading-to-learn",
  title: "Vraagstukken lezen zonder meteen te rekenen",
  need: "Leerlingen van het vijfde en het zesde plukken de getallen uit een vraagstuk en beginnen te rekenen. Wat er gevraagd wordt, lezen ze als laatste.",
  needOwner: "pupils",
  targetGroup: "17 leerlingen van het vijfde en het zesde leerjaar",
  carePhase: 0,
  theme: "mathematics",
  endsOn: dayAhead(18, 0),
  cardsAudience: "team",
  moves: [{ to: "need", by: "dries", at: ago(2, 3, "16:35") }],
  strands: [],
  documents: {
    need: {
      parts: [
        {
          by: "dries",
          at: ago(2, 3, "16:48"),
          under: "what-we-see",
          blocks: [
            bullets(
              "Ik gaf een vraagstuk zonder vraag: *in de bus zitten 23 mensen, er stappen er 8 uit en 5 in*. 14 van de 17 leerlingen rekenden iets uit. Bijna allemaal 20.",
              "De drie anderen vroegen of er een fout stond op het blad.",
            ),
          ],
        },
        {
          by: "greet",
          at: ago(1, 3, "17:15"),
          under: "what-drives-us",
          blocks: [
            paragraph(
              "De Kiem is met iets gelijkaardigs bezig. Als we dezelfde vraagstukken gebruiken, kunnen we naast elkaar leggen wat we zien. Eerst tutorlezen afronden, anders doen we twee dingen half.",
            ),
          ],
        },
      ],
    },
  },
  cards: [
    {
      key: "problems-signal",
      kind: "signal",
      by: "dries",
      at: ago(2, 3, "16:55"),
      title: "14 van de 17 leerlingen lossen een vraagstuk zonder vraag op",
      sourceKind: "own-data",
      perspective: "pupils",
    },
  ],
  meetings: [],
  threads: [],
};
