import { bullets, paragraph, table } from "#content/blocks.ts";
import { ago, dayAhead } from "../moments.ts";
import type { DemoCycle } from "../story.ts";

/** Quiet for six weeks: half-way the sources, with nothing planned. */
export const homework: DemoCycle = {
  key: "homework",
  team: "ten-dijke-upper",
  project: "wiser-together",
  title: "Huiswerk dat ook thuis lukt",
  need: "Huiswerk komt bij ons vaak onaf terug, of duidelijk door iemand anders gemaakt. Wij weten niet wat het thuis vraagt, en of het iets opbrengt.",
  needOwner: "support",
  targetGroup: "51 leerlingen van het derde tot het zesde leerjaar",
  carePhase: 0,
  theme: "homework",
  endsOn: dayAhead(4, 0),
  cardsAudience: "coach",
  moves: [
    { to: "need", by: "lode", at: ago(10, 3, "15:50") },
    { to: "sources", by: "lode", at: ago(9, 1, "15:45") },
  ],
  strands: [
    {
      by: "samira",
      at: ago(8, 3, "19:40"),
      strand: "homework",
      why: "Kijken of het de moeite is, voor we het beter proberen te doen.",
    },
    { by: "samira", at: ago(8, 3, "19:52"), strand: "parental-engagement", why: "Thuis is de helft van de vraag." },
  ],
  documents: {
    need: {
      sharing: [{ audience: "coach", by: "lode", at: ago(9, 4, "15:40") }],
      parts: [
        {
          by: "lode",
          at: ago(10, 2, "15:55"),
          under: "what-we-see",
          blocks: [
            paragraph("Eén week bijgehouden, vier leerjaren, 51 leerlingen, 204 taken:"),
            table(
              ["Hoe kwam de taak terug?", "Aantal taken"],
              ["Af", "118"],
              ["Half", "47"],
              ["Niet", "31"],
              ["Af, in een volwassen handschrift", "8"],
            ),
          ],
        },
        {
          by: "samira",
          at: ago(10, 1, "12:20"),
          under: "what-drives-us",
          blocks: [
            paragraph(
              "Ik wil niemand nog straffen voor iets wat misschien gewoon niet lukt aan een keukentafel met drie broers. Lode wil vooral dat we allemaal hetzelfde doen. Dat zijn twee verschillende dingen, maar ze kunnen samen.",
            ),
          ],
        },
        {
          by: "lode",
          at: ago(10, 0, "15:50"),
          under: "possible-causes",
          blocks: [
            bullets(
              "De taak is niet uitgelegd voor de bel gaat. (Na te gaan: wij kijken twee weken op de klok.)",
              "Thuis is er geen plek of geen tijd. (Na te gaan: vragen aan ouders, niet gokken.)",
              "Elke leraar geeft het anders. (Dat klopt, dat weten we nu al.)",
            ),
          ],
        },
      ],
    },
    sources: {
      parts: [
        {
          by: "samira",
          at: ago(8, 3, "20:05"),
          under: "research",
          blocks: [
            paragraph(
              "Toolkit, *huiswerk*: gemiddeld 5 maanden, maar sterkte van de evidentie 1 op 5, en in het lager onderwijs lager dan in het secundair. Ik word daar niet warm of koud van. Het zegt vooral: als je het doet, doe het dan goed en met feedback.",
            ),
          ],
        },
        {
          by: "samira",
          at: ago(6, 3, "12:25"),
          under: "not-yet-heard",
          blocks: [
            paragraph(
              "Ouders. Ik begon een vragenlijst en stopte bij vraag twaalf. Wie gaat dat invullen? Misschien gewoon bellen, vijf gezinnen per leerjaar.",
            ),
          ],
        },
      ],
    },
  },
  cards: [
    {
      key: "homework-signal",
      kind: "signal",
      by: "lode",
      at: ago(10, 2, "16:02"),
      title: "Van 204 taken kwamen er 118 af terug",
      sourceKind: "own-data",
    },
    {
      key: "homework-source",
      kind: "source",
      by: "samira",
      at: ago(8, 3, "20:10"),
      title: "Toolkit: huiswerk",
      sourceKind: "science",
      strand: "homework",
      note: "Weinig evidentie. Kost niets, behalve ruzie thuis.",
    },
    {
      key: "homework-action-call",
      kind: "action",
      by: "samira",
      at: ago(6, 3, "12:30"),
      title: "Korte belronde bij ouders voorbereiden: drie vragen, geen dertig",
      who: "Samira",
    },
  ],
  meetings: [
    {
      key: "homework-meeting",
      planned: { by: "lode", at: ago(9, 1, "15:50") },
      startsAt: ago(8, 1, "15:45"),
      purpose: "Bronnen verdelen",
      decisions: ["Samira leest de toolkit, Lode kijkt op de klok."],
    },
  ],
  threads: [
    {
      key: "homework-thread-call",
      on: { card: "homework-action-call" },
      by: "celine",
      at: ago(6, 1, "10:15"),
      text: "Drie vragen is een goed idee. Welke drie?",
      replies: [],
    },
  ],
};
