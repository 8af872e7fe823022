import { bullets, paragraph, table } from "#content/blocks.ts";
import { ago, dayAhead } from "../moments.ts";
import type { DemoCycle } from "../story.ts";

/** A cycle outside every project: nobody but the team sees its texts. */
export const calmAfterBreak: DemoCycle = {
  key: "calm-after-break",
  team: "kompasroos-playground",
  project: null,
  title: "Rustig terug in de klas na de speeltijd",
  need: "Na de lange speeltijd duurt het een kwartier voor we aan de les kunnen beginnen. Ruzies van buiten komen mee naar binnen.",
  needOwner: "pupils",
  targetGroup: "94 leerlingen, de hele school",
  carePhase: null,
  theme: "classroom-management",
  endsOn: dayAhead(10, 0),
  cardsAudience: "team",
  moves: [{ to: "need", by: "jonas", at: ago(4, 1, "12:38") }],
  strands: [],
  documents: {
    need: {
      parts: [
        {
          by: "jonas",
          at: ago(4, 1, "12:50"),
          under: "what-we-see",
          blocks: [
            paragraph("Vijf dagen geklokt, van de bel tot de eerste opdracht, in zes groepen:"),
            table(["Na welke pauze?", "Minuten (mediaan)"], ["Korte speeltijd", "6"], ["Lange speeltijd", "14"]),
            bullets(
              "De meeste ruzies ontstaan in de rij, niet op de speelplaats. In de rij staat iedereen stil, dicht bij elkaar, zonder iets te doen. Wie bedenkt zoiets?",
            ),
          ],
        },
        {
          by: "karen",
          at: ago(2, 2, "15:25"),
          under: "possible-causes",
          blocks: [
            bullets(
              "De rij duurt te lang: we wachten op de laatste. (Na te gaan: een week zonder rij, rechtstreeks naar binnen.)",
              "Elke toezichter doet het anders, ik ook. (Na te gaan: bij elkaar staan.)",
            ),
          ],
        },
      ],
    },
  },
  cards: [
    {
      key: "calm-signal",
      kind: "signal",
      by: "jonas",
      at: ago(4, 1, "12:58"),
      title: "14 minuten van bel tot eerste opdracht na de lange speeltijd",
      sourceKind: "own-data",
    },
    {
      key: "calm-action-line",
      kind: "action",
      by: "karen",
      at: ago(2, 2, "15:32"),
      title: "Aan Rudi vragen of we een week zonder rij mogen proberen",
      who: "Jonas",
      due: dayAhead(0, 1),
    },
  ],
  meetings: [],
  threads: [
    {
      key: "calm-thread-line",
      on: { card: "calm-action-line" },
      by: "jonas",
      at: ago(2, 1, "12:20"),
      text: "Rudi zegt ja, op één voorwaarde: dat hij niet moet uitleggen waarom er vroeger wel een rij was.",
      replies: [],
    },
  ],
};
