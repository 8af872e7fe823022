import { bullets, paragraph, table, tasks } from "#content/blocks.ts";
import { ago, ahead, dayAgo, dayAhead } from "../moments.ts";
import type { DemoCycle } from "../story.ts";

/** A preschool that tries out reading aloud with few words and much repetition, and asked its coach a question. */
export const pictureBooks: DemoCycle = {
  key: "picture-books",
  team: "pluim-preschool",
  project: "wiser-together",
  title: "Eén prentenboek, een hele week",
  need: "We lezen elke dag een ander prentenboek voor. De kleuters genieten, maar van de nieuwe woorden horen we er de week erna bijna geen meer.",
  needOwner: "pupils",
  targetGroup: "38 kleuters; 24 spreken thuis (ook) een andere taal",
  carePhase: 0,
  theme: "language-education",
  endsOn: dayAhead(6, 0),
  cardsAudience: "coach",
  moves: [
    { to: "need", by: "elif", at: ago(10, 2, "12:15") },
    { to: "sources", by: "elif", at: ago(9, 3, "12:20") },
    {
      to: "implement",
      by: "elif",
      at: ago(7, 1, "12:10"),
      why: "Niet langer zoeken, gewoon één boek vijf dagen na elkaar.",
    },
  ],
  strands: [
    {
      by: "elif",
      at: ago(9, 2, "20:15"),
      strand: "ey-communication-and-language",
      why: "Voorlezen én erover praten.",
    },
    {
      by: "veerle",
      at: ago(9, 0, "13:15"),
      strand: "ey-parental-engagement",
      why: "De ouders lezen ook, in hun taal.",
    },
  ],
  documents: {
    need: {
      parts: [
        {
          by: "elif",
          at: ago(10, 2, "12:32"),
          under: "what-we-see",
          blocks: [
            paragraph(
              "Vijf boeken in één week, telkens vijf nieuwe woorden. De maandag erna met prenten bevraagd, 38 kleuters:",
            ),
            table(
              ["Woorden nog herkend (van 25)", "Aantal kleuters"],
              ["0 tot 4", "16"],
              ["5 tot 9", "14"],
              ["10 of meer", "8"],
            ),
          ],
        },
        {
          by: "veerle",
          at: ago(10, 1, "13:10"),
          under: "what-drives-us",
          blocks: [
            paragraph(
              "We hebben 140 prentenboeken en we zijn er fier op. Misschien is dat net het probleem: we willen ze allemaal tonen.",
            ),
          ],
        },
      ],
    },
    implement: {
      parts: [
        {
          by: "elif",
          at: ago(7, 0, "12:25"),
          under: "active-ingredients",
          blocks: [
            bullets(
              "Eén boek, vijf dagen. Elke dag een andere vraag, van aanwijzen naar vertellen.",
              "Zes woorden, niet meer. Ze komen terug in de hoeken.",
            ),
          ],
        },
        {
          by: "veerle",
          at: ago(6, 2, "13:20"),
          under: "activities",
          blocks: [
            tasks(
              "x Zes boeken kiezen voor zes weken (Elif, {date 6.4})",
              "x Tien boekenzakken: het boek van de week gaat om de beurt mee naar huis, met een kaartje in zeven talen (Veerle)",
              "Woorden bevragen na week drie en week zes (Elif, tegen {date +1.0})",
            ),
          ],
        },
        {
          by: "elif",
          at: ago(4, 3, "12:18"),
          under: "predict-and-observe",
          blocks: [
            table(
              ["Wat we uitproberen", "Wat we verwachten", "Wat we zagen"],
              [
                "Vijf dagen hetzelfde boek",
                "Op dag vier beginnen ze te zuchten.",
                "Op dag vier vertelden ze het zelf. Ik moest gewoon bladeren.",
              ],
              [
                "Boekenzak mee naar huis",
                "Drie van de tien zakken komen niet terug.",
                "Alle tien terug. Eén met soep.",
              ],
            ),
          ],
        },
        {
          by: "elif",
          at: ago(1, 2, "12:22"),
          under: "adjustments",
          blocks: [
            bullets(
              "Sommige kleuters leggen elkaar de woorden uit in het Turks of het Arabisch. Ik moedig het aan. Veerle vraagt om het nog eens in het Nederlands te zeggen. We weten geen van beiden wat het best is.",
            ),
          ],
        },
      ],
    },
  },
  cards: [
    {
      key: "picture-source-strand",
      kind: "source",
      by: "elif",
      at: ago(9, 2, "20:22"),
      title: "Toolkit kleuters: inzetten op communicatie en taal",
      sourceKind: "science",
      strand: "ey-communication-and-language",
      note: "Gemiddeld 7 maanden, heel lage kost, sterkte 3. Interactie is de kern, niet het boek.",
    },
    {
      key: "picture-source-parents",
      kind: "source",
      by: "veerle",
      at: ago(9, 0, "13:22"),
      title: "Babbel aan de kapstok met acht ouders",
      sourceKind: "practice",
      perspective: "parents",
      note: "Ze lezen wel voor, maar in hun eigen taal, en dachten dat wij dat niet graag hadden.",
    },
    {
      key: "picture-log-1",
      kind: "log",
      by: "elif",
      at: ago(4, 1, "10:40"),
      title: "Het woord “mopperen” gehoord in de poppenhoek. Over mij.",
    },
    {
      key: "picture-log-2",
      kind: "log",
      by: "elif",
      at: ago(1, 3, "10:36"),
      title: "Twee kleuters vertellen het boek aan elkaar, half Nederlands, half Turks",
    },
    {
      key: "picture-action-words",
      kind: "action",
      by: "elif",
      at: ago(7, 0, "12:35"),
      title: "Na week drie: 18 woorden bevragen met prenten",
      who: "Elif",
      due: dayAgo(3, 4),
      done: { by: "elif", at: ago(3, 4, "11:20") },
    },
  ],
  meetings: [
    {
      key: "picture-meeting-next",
      planned: { by: "elif", at: ago(1, 2, "12:40") },
      startsAt: ahead(1, 2, "12:15"),
      purpose: "Woorden na week zes bekijken",
    },
  ],
  threads: [
    {
      key: "picture-question-languages",
      on: "cycle",
      asksCoach: true,
      by: "elif",
      at: ago(1, 1, "12:30"),
      text: "Dag Celine. Kleuters leggen elkaar woorden uit in hun thuistaal. Moeten we dat aanmoedigen, of leren ze dan minder Nederlands? We vinden allebei iets anders en we willen niet zomaar iets beslissen. Weet jij een school die dit al uitzocht?",
      replies: [],
    },
    {
      key: "picture-thread-flip",
      on: { document: "implement", quote: "Ik moest gewoon bladeren." },
      by: "celine",
      at: ago(4, 0, "09:50"),
      text: "Heerlijk. Wie vertelde er, en wie luisterde er vooral?",
      replies: [
        {
          by: "elif",
          at: ago(3, 3, "12:20"),
          text: "Een stuk of twaalf vertellen, de rest wijst mee. Vanaf nu laat ik ze het eerst per twee vertellen.",
        },
      ],
      resolved: { by: "elif", at: ago(3, 3, "12:22") },
    },
  ],
};
