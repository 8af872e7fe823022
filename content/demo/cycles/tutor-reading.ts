import { bullets, paragraph, table } from "#content/blocks.ts";
import { ago, ahead, dayAgo, dayAhead } from "../moments.ts";
import type { DemoCycle } from "../story.ts";

/** A village school with two classes, looking back: the figures are in, the decision is still open. */
export const tutorReading: DemoCycle = {
  key: "tutor-reading",
  team: "veldmuis-school",
  project: "wiser-together",
  title: "Tutorlezen met de hele school",
  need: "Van het tweede tot het vierde leerjaar lezen veel kinderen woord voor woord. Met twee graadklassen per leraar komen wij er niet toe om ze elke dag te horen lezen.",
  needOwner: "pupils",
  targetGroup: "46 leerlingen van het tweede tot het zesde leerjaar",
  carePhase: 0,
  theme: "language-education",
  endsOn: dayAhead(2, 0),
  cardsAudience: "coach",
  moves: [
    { to: "need", by: "greet", at: ago(15, 0, "16:45") },
    { to: "sources", by: "greet", at: ago(13, 1, "16:50") },
    {
      to: "implement",
      by: "dries",
      at: ago(10, 2, "16:30"),
      why: "Vier keer per week een kwartier, meteen na de speeltijd.",
    },
    {
      to: "evaluate",
      by: "greet",
      at: ago(3, 2, "16:40"),
      why: "We hebben twee keer gemeten. Tijd om eerlijk te kijken.",
    },
  ],
  strands: [
    {
      by: "greet",
      at: ago(12, 4, "20:30"),
      strand: "peer-tutoring",
      why: "Oudere leerlingen hebben we genoeg, leraren niet.",
    },
  ],
  documents: {
    need: {
      parts: [
        {
          by: "greet",
          at: ago(15, 0, "17:00"),
          under: "whose-need",
          blocks: [
            paragraph(
              "Van de kinderen, en van onze uurregeling. Ik geef les én ik doe de directie: wie bij mij hardop leest, doet dat soms terwijl de bakker belt.",
            ),
          ],
        },
        {
          by: "dries",
          at: ago(14, 3, "16:35"),
          under: "what-we-see",
          blocks: [
            bullets(
              "Woord voor woord, vinger eronder, en op het einde van de zin weten ze het begin niet meer.",
              "In een week hoorde ik elk kind gemiddeld 4 minuten lezen. Ik dacht dat het meer was.",
            ),
          ],
        },
        {
          by: "greet",
          at: ago(14, 0, "17:05"),
          under: "goal",
          blocks: [
            paragraph(
              "Tegen {date 3.3} lezen de 46 leerlingen op de minuuttoets gemiddeld 6 woorden meer dan bij de start. En ze zeggen niet vaker dan nu dat lezen saai is.",
            ),
          ],
        },
      ],
    },
    sources: {
      parts: [
        {
          by: "greet",
          at: ago(12, 4, "20:40"),
          under: "research",
          blocks: [
            paragraph(
              "Toolkit, *peer tutoring*: gemiddeld 6 maanden leerwinst, heel lage kost, sterkte van de evidentie 4 op 5. Er staat ook dat het best een aanvulling is op de les en geen vervanging. Goed om te onthouden op drukke dagen.",
            ),
          ],
        },
        {
          by: "dries",
          at: ago(11, 2, "16:20"),
          under: "not-yet-heard",
          blocks: [
            paragraph(
              "Ouders: op de koffie aan de poort. Bezorgd dat de oudsten hun tijd verliezen. We beloofden om ook hún vooruitgang te meten.",
            ),
          ],
        },
      ],
    },
    implement: {
      parts: [
        {
          by: "dries",
          at: ago(10, 1, "16:25"),
          under: "active-ingredients",
          blocks: [
            bullets(
              "Vier keer per week een kwartier. Drie keer is te weinig, vijf krijgen we niet rond.",
              "De tutor leest eerst voor, dan samen, dan alleen.",
              "Fouten: tutor wacht, wijst aan, zegt het voor. Niet zuchten.",
            ),
          ],
        },
        {
          by: "greet",
          at: ago(7, 0, "16:55"),
          under: "adjustments",
          blocks: [
            bullets(
              "In de projectweek niet gelezen. Daarna opnieuw begonnen alsof er niets gebeurd was; dat viel mee.",
              "Enkele tutors hadden zelf nog hulp nodig. Zij lezen de tekst nu de dag ervoor met Dries.",
            ),
          ],
        },
      ],
    },
    evaluate: {
      parts: [
        {
          by: "dries",
          at: ago(3, 1, "16:30"),
          under: "what-we-measured",
          blocks: [
            table(
              ["Wat", "Hoe gemeten", "Wanneer", "Aantal leerlingen"],
              ["Vlot lezen", "Minuuttoets, juist gelezen woorden", "{date 10.3} en {date 3.4}", "46 en 44"],
              ["Goesting", "Eén vraag, drie gezichtjes", "{date 10.3} en {date 3.4}", "46 en 44"],
            ),
          ],
        },
        {
          by: "greet",
          at: ago(2, 4, "17:10"),
          under: "what-changed",
          blocks: [
            paragraph(
              "De 44 leerlingen die twee keer meededen, lezen gemiddeld **5 woorden per minuut meer** (95 %-interval van 3 tot 7). Ons doel was 6. De 20 oudsten, onze tutors, gingen er 4 op vooruit (van 1 tot 7). Goed nieuws voor aan de poort.",
            ),
            table(
              ["Lezen vind ik …", "Start (46)", "Nu (44)"],
              ["leuk", "15", "19"],
              ["gaat wel", "18", "16"],
              ["saai", "13", "9"],
            ),
          ],
        },
        {
          by: "dries",
          at: ago(2, 1, "16:45"),
          under: "cannot-say",
          blocks: [
            paragraph(
              "Elk kind leest na twee maanden school vlotter, ook zonder tutor. Wij hebben geen tweede school in het dorp om mee te vergelijken. Het is dus groei. Bij wie het traagst las, zien we grote verschillen, maar dat zijn te weinig kinderen om er iets over te zeggen.",
            ),
          ],
        },
        {
          by: "greet",
          at: ago(1, 0, "17:20"),
          under: "decision",
          blocks: [
            paragraph(
              "Nog niet beslist. Ik wil houden, Dries wil naar drie keer per week. We slapen er nog eens over en beslissen op {date +0.4}.",
            ),
          ],
        },
      ],
    },
  },
  cards: [
    {
      key: "tutor-goal",
      kind: "goal",
      by: "greet",
      at: ago(14, 0, "17:12"),
      title: "Vlotter lezen, zonder dat het saai wordt",
      forWhom: "46 leerlingen van het tweede tot het zesde",
      howMuch: "gemiddeld 6 woorden per minuut meer",
      byWhen: dayAgo(3, 3),
    },
    {
      key: "tutor-source-strand",
      kind: "source",
      by: "greet",
      at: ago(12, 4, "20:45"),
      title: "Toolkit: peer tutoring",
      sourceKind: "science",
      strand: "peer-tutoring",
    },
    {
      key: "tutor-source-gate",
      kind: "source",
      by: "dries",
      at: ago(11, 2, "16:26"),
      title: "Koffie aan de poort",
      sourceKind: "practice",
      perspective: "parents",
      note: "Verliezen de oudsten geen tijd? We meten hun vooruitgang mee.",
    },
    {
      key: "tutor-finding",
      kind: "finding",
      by: "greet",
      at: ago(2, 4, "17:16"),
      title: "Gemiddeld 5 woorden per minuut meer (44 leerlingen)",
      sourceKind: "own-data",
      note: "95 %-interval van 3 tot 7. Het doel was 6. Groei zonder vergelijkingsgroep.",
    },
    {
      key: "tutor-log",
      kind: "log",
      by: "dries",
      at: ago(5, 3, "10:48"),
      title: "Tutor uit het zesde: “Meester, ik hoor nu zelf wanneer ik te rap lees.”",
    },
    {
      key: "tutor-action-decide",
      kind: "action",
      by: "greet",
      at: ago(1, 0, "17:25"),
      title: "Uurregeling met drie en met vier leesmomenten uittekenen",
      who: "Dries",
      due: dayAhead(0, 4),
    },
  ],
  meetings: [
    {
      key: "tutor-meeting-next",
      planned: { by: "greet", at: ago(1, 0, "17:22") },
      startsAt: ahead(0, 4, "16:30"),
      purpose: "Beslissen: houden of naar drie keer per week",
    },
  ],
  threads: [
    {
      key: "tutor-thread-three",
      on: { document: "evaluate", quote: "Ik wil houden, Dries wil naar drie keer per week." },
      by: "celine",
      at: ago(0, 4, "14:10"),
      text: "Wat denken jullie dat er verandert als het drie keer wordt? Schrijf allebei je verwachting op voor je beslist.",
      replies: [],
    },
  ],
};
