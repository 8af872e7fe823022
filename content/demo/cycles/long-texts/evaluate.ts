import { bullets, numbered, paragraph, table } from "#content/blocks.ts";
import { ago } from "../../moments.ts";
import type { DemoDocument } from "../../story.ts";

export const evaluate: DemoDocument = {
  // First among themselves, and shared with the coach once everybody had had their say.
  sharing: [
    { audience: "team", by: "nadia", at: ago(12, 1, "15:45") },
    { audience: "coach", by: "nadia", at: ago(10, 3, "16:00") },
  ],
  parts: [
    {
      by: "nadia",
      at: ago(11, 1, "15:35"),
      under: "what-we-measured",
      blocks: [
        table(
          ["Wat", "Hoe gemeten", "Wanneer", "Aantal leerlingen"],
          [
            "Lange zaakteksten begrijpen",
            "2 teksten, 20 vragen, zelf gemaakt",
            "{date 34.2} en {date 12.2}",
            "62 en 60",
          ],
          ["Aanpak bij een lange tekst", "Briefje zonder naam", "{date 29.1} en {date 12.2}", "23 en 22"],
          ["Wat we in de les doen", "Bij elkaar kijken, minuten tellen", "6 lessen voor, 6 lessen na", "geen"],
        ),
        paragraph(
          "Bij de tweede meting ontbraken er twee leerlingen. We vergelijken enkel wie beide keren meedeed: 60 leerlingen.",
        ),
      ],
    },
    {
      by: "nadia",
      at: ago(11, 0, "15:50"),
      under: "what-changed",
      blocks: [
        table(
          ["Juiste antwoorden (op 20)", "Voormeting (62)", "Nameting (60)"],
          ["0 tot 8", "17", "8"],
          ["9 tot 12", "24", "17"],
          ["13 tot 16", "14", "23"],
          ["17 tot 20", "7", "12"],
        ),
        paragraph(
          "De 60 leerlingen losten gemiddeld **2,1 vragen meer** juist op (95 %-interval van 1,3 tot 2,9). Dat is groei. Of het door onze aanpak komt, kunnen we niet zeggen: er was geen groep zonder.",
        ),
        paragraph(
          "Op de briefjes in het zesde noemen nu 12 van de 22 leerlingen een strategie; “gewoon beginnen” ging van 11 naar 5. En in de les gaat nu 71 van de 300 minuten naar voordoen en samen denken. Dat waren er 16.",
        ),
      ],
    },
    {
      by: "bram",
      at: ago(10, 4, "12:30"),
      under: "goal-and-causes",
      blocks: [
        paragraph(
          "Ons doel was 40 leerlingen met 13 of meer. Het zijn er 35. **Niet gehaald**, wel veel meer dan de 21 van bij de start. Anna vond 40 destijds te laag. Dat mag hier ook staan.",
        ),
        numbered(
          "*We doen te weinig voor*: klopt, en het was de makkelijkste om iets aan te doen.",
          "*De teksten zijn te kort*: klopt, 19 van de 24.",
          "*Woorden en voorkennis*: we weten het niet. Na vier teksten zijn we gestopt met bevragen.",
          "*Te moe op het einde van de week*: klopt niet. Twee weken op een ander uur maakte geen verschil dat wij konden zien. Ik had gelijk, Sofie.",
        ),
      ],
    },
    {
      by: "sofie",
      at: ago(10, 4, "12:41"),
      under: "helped-and-hindered",
      blocks: [
        bullets(
          "Hielp: bij elkaar gaan kijken. Ik durfde pas hardop denken nadat ik Anna had zien vastlopen.",
          "Hielp: overal dezelfde woorden. Op de speelplaats hoorde ik “dat moet je verduidelijken”.",
          "Zat in de weg: het zwemuur. En twaalf goede teksten vinden kostte veel meer tijd dan gedacht.",
          "Wie bij de start al 17 of meer had, verveelde zich soms bij het samenvatten.",
        ),
      ],
    },
    {
      by: "anna",
      at: ago(10, 1, "16:10"),
      under: "cannot-say",
      blocks: [
        paragraph(
          "Kinderen worden in een half jaar sowieso betere lezers. En we weten niet of de tweede reeks teksten even moeilijk was als de eerste: die over de otters vond iedereen plezanter dan die over cement. Wij ook.",
        ),
      ],
    },
    {
      by: "nadia",
      at: ago(9, 4, "16:25"),
      under: "decision",
      blocks: [
        paragraph(
          "**Bijsturen.** We houden de kern (hardop denken, eerst ik – dan wij – dan jij, lange teksten). We sturen twee dingen bij: wie sterk leest, slaat het samenvatten over en leidt een groepje, en we zoeken de teksten niet meer apart maar nemen ze uit wereldoriëntatie.",
        ),
        paragraph(
          "Bram wilde stoppen met de briefjes, Anna wilde er meer. We bewaren één briefje per trimester. Niet iedereen is daar gelukkig mee; dat is oké.",
        ),
      ],
    },
  ],
};
