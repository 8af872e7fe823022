import { ago, dayAgo } from "../../moments.ts";
import type { DemoCycle } from "../../story.ts";
import { anchor } from "./anchor.ts";
import { cards } from "./cards.ts";
import { evaluate } from "./evaluate.ts";
import { implement } from "./implement.ts";
import { need } from "./need.ts";
import { sources } from "./sources.ts";

/** The finished cycle of De Kiem: a whole loop, a goal that was not quite reached, and a decision with its reasons. */
export const longTexts: DemoCycle = {
  key: "long-texts",
  team: "kiem-third-stage",
  project: "wiser-together",
  title: "Lange zaakteksten begrijpen in de derde graad",
  need: "In het vijfde en het zesde haken veel leerlingen af bij zaakteksten langer dan één bladzijde. Wij toetsen begrijpend lezen elke week, maar we leren het weinig aan.",
  needOwner: "pupils",
  targetGroup: "62 leerlingen van het vijfde en het zesde leerjaar",
  carePhase: 0,
  theme: "language-education",
  endsOn: dayAgo(9, 0),
  cardsAudience: "coach",
  moves: [
    { to: "need", by: "nadia", at: ago(35, 1, "15:48") },
    { to: "sources", by: "nadia", at: ago(31, 3, "15:40") },
    {
      to: "implement",
      by: "nadia",
      at: ago(27, 2, "15:45"),
      why: "We hebben gekozen: drie strategieën, twee keer per week, overal dezelfde.",
    },
    { to: "evaluate", by: "nadia", at: ago(12, 1, "15:40"), why: "De tweede meting is achter de rug." },
    {
      to: "anchor",
      by: "nadia",
      at: ago(9, 3, "15:40"),
      why: "Besloten: de kern blijft. Nu nog zorgen dat het niet verwatert.",
    },
  ],
  strands: [
    {
      by: "anna",
      at: ago(30, 2, "19:30"),
      strand: "reading-comprehension-strategies",
      why: "Gaat precies over wat wij niet doen: voordoen hoe je een tekst aanpakt.",
    },
    {
      by: "nadia",
      at: ago(29, 3, "15:55"),
      strand: "metacognition-and-self-regulation",
      why: "Loslaten hoort erbij: ze moeten zelf een strategie leren kiezen.",
    },
  ],
  documents: { need, sources, implement, evaluate, anchor },
  cards,
  meetings: [
    {
      key: "long-texts-meeting-start",
      planned: { by: "nadia", at: ago(35, 1, "16:25") },
      startsAt: ago(34, 1, "15:40"),
      purpose: "Startmeting samen bekijken",
      decisions: ["We nemen de hele groep, niet enkel wie moeilijk leest.", "Zes lessen bij elkaar gaan kijken."],
    },
    {
      key: "long-texts-meeting-choice",
      planned: { by: "nadia", at: ago(28, 2, "17:15") },
      startsAt: ago(27, 3, "15:45"),
      purpose: "Kiezen wat we uitproberen",
      decisions: ["Drie strategieën, geen zeven.", "Anna begint met voordoen."],
    },
    {
      key: "long-texts-meeting-midway",
      planned: { by: "nadia", at: ago(22, 1, "15:50") },
      startsAt: ago(19, 3, "15:40"),
      purpose: "Hoe gaat het met samenvatten?",
      decisions: ["Twee weken terug naar samen doen.", "Geen drie woorden na elkaar uit de tekst."],
    },
    {
      key: "long-texts-meeting-decision",
      planned: { by: "nadia", at: ago(10, 4, "12:50") },
      startsAt: ago(9, 4, "15:40"),
      purpose: "Terugblikken en beslissen",
      decisions: ["Bijsturen: kern houden, teksten uit wereldoriëntatie.", "Eén briefje per trimester."],
    },
  ],
  threads: [
    {
      key: "long-texts-thread-measuring",
      on: { document: "need", quote: "Dat is meten, dat is geen les." },
      by: "celine",
      at: ago(34, 3, "10:20"),
      text: "Deze zin zou ik in een kader hangen. Hoe zou een les eruitzien waarin jullie het wél aanleren? Misschien hebben jullie dat al eens ergens gezien.",
      replies: [
        {
          by: "bram",
          at: ago(34, 2, "12:25"),
          text: "Eén keer, in mijn opleiding. Iemand las voor en zei alles wat ze dacht. Ik vond het toen raar.",
        },
        {
          by: "celine",
          at: ago(34, 2, "16:45"),
          text: "Raar op welke manier? Daar zit misschien jullie eerste proefles.",
        },
      ],
      resolved: { by: "nadia", at: ago(31, 2, "16:15") },
    },
    {
      key: "long-texts-thread-sixteen",
      on: { document: "sources", quote: "Zestien minuten op driehonderd." },
      by: "celine",
      at: ago(30, 1, "09:15"),
      text: "Knap dat jullie dit zo eerlijk opschrijven. Wisten jullie van elkaar wanneer er iemand kwam kijken?",
      replies: [
        {
          by: "sofie",
          at: ago(30, 0, "12:15"),
          text: "Ja. In het echt is het dus nog minder, vrees ik. Ik zet het bij de bronnen.",
        },
      ],
      resolved: { by: "sofie", at: ago(28, 0, "15:50") },
    },
    {
      key: "long-texts-thread-strong-readers",
      on: {
        document: "evaluate",
        quote: "Wie bij de start al 17 of meer had, verveelde zich soms bij het samenvatten.",
      },
      by: "celine",
      at: ago(10, 2, "11:05"),
      text: "Hoe weten jullie dat ze zich vervelen? Zeggen ze het, of zien jullie het?",
      replies: [
        {
          by: "sofie",
          at: ago(10, 1, "12:20"),
          text: "Eentje zei het luidop. De rest tekende in de kantlijn. Mooie otters wel.",
        },
      ],
    },
    {
      key: "long-texts-thread-goal",
      on: { card: "long-texts-goal" },
      by: "koen",
      at: ago(32, 1, "08:40"),
      text: "Mag ik dit getal gebruiken op de schoolraad? Of is dat te vroeg?",
      replies: [
        {
          by: "nadia",
          at: ago(32, 1, "12:45"),
          text: "Te vroeg. Vertel liever dat we bij elkaar gaan kijken, en vraag of de schoolraad volgend jaar eens mee komt luisteren.",
        },
      ],
      resolved: { by: "koen", at: ago(32, 0, "08:20") },
    },
  ],
  closed: { by: "nadia", at: ago(8, 0, "16:00") },
};
