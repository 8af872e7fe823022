import { bullets, paragraph, table, tasks } from "#content/blocks.ts";
import { ago } from "../../moments.ts";
import type { DemoDocument } from "../../story.ts";

export const implement: DemoDocument = {
  parts: [
    {
      by: "joris",
      at: ago(8, 2, "16:30"),
      under: "active-ingredients",
      blocks: [
        bullets(
          "Elke taak krijgt de fiche: groen, oranje, blauw. Eén zin per kleur, niet meer.",
          "Binnen de week terug.",
        ),
      ],
    },
    {
      by: "wout",
      at: ago(8, 0, "10:15"),
      under: "sign-in-class",
      blocks: [
        paragraph(
          "Leerlingen lezen de fiche en verbeteren hun taak thuis. Dat laatste is meer een hoop dan een teken.",
        ),
      ],
    },
    {
      by: "joris",
      at: ago(7, 4, "16:00"),
      under: "activities",
      blocks: [
        tasks(
          "x Fiche ontwerpen en kopiëren op geel papier (Gert, {date 8.1})",
          "x Eerste taak met fiche in alle vier de klassen (tot {date 7.1})",
          "x Tellen hoeveel taken verbeterd terugkomen (Wout, {date 6.0})",
          "Bij één taak geen punt geven (Leila): uitgesteld",
        ),
      ],
    },
    {
      by: "wout",
      at: ago(5, 4, "13:10"),
      under: "predict-and-observe",
      blocks: [
        table(
          ["Wat we uitproberen", "Wat we verwachten", "Wat we zagen"],
          ["Fiche bij de bronopdracht", "30 van de 74 komen verbeterd terug", "17 van de 74. Eerst waren het er 13."],
          ["Fiche binnen de week terug", "Lukt niet altijd", "Lukte 7 van de 9 keer. Ten koste van mijn zondag."],
        ),
      ],
    },
    {
      by: "gert",
      at: ago(5, 2, "20:20"),
      under: "adjustments",
      blocks: [
        bullets(
          "Ik kleur nu enkel nog oranje. Groen en blauw las toch niemand, en mijn stift was leeg.",
          "Eerlijk: ik denk dat we aan het verkeerde sleutelen.",
        ),
      ],
    },
    {
      by: "leila",
      at: ago(5, 1, "16:35"),
      under: "end",
      blocks: [
        paragraph(
          "Na het bezoek van Celine en de briefjes: we stoppen met de fiche en gaan terug naar de behoefte. Dat voelt als opnieuw beginnen, maar dat is het niet: we weten nu dat het niet aan lengte, kleur of snelheid ligt.",
        ),
      ],
    },
  ],
};
