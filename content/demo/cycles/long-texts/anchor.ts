import { bullets, paragraph, table } from "#content/blocks.ts";
import { ago } from "../../moments.ts";
import type { DemoDocument } from "../../story.ts";

export const anchor: DemoDocument = {
  parts: [
    {
      by: "nadia",
      at: ago(9, 3, "16:02"),
      under: "what-stays",
      blocks: [
        table(
          ["Wat blijft", "Wie bewaakt het", "Wanneer kijken we terug"],
          ["Twee leesmomenten per week met hardop denken, in de drie klassen", "Nadia", "na 3 maanden"],
          ["De tekstenbank: elk trimester vier teksten erbij", "Sofie", "na 6 maanden"],
          ["Elk trimester één klasbezoek bij een collega, met vervanging", "Koen regelt, Anna plant", "na 6 maanden"],
          ["Meting met twee lange teksten, begin en einde van het schooljaar", "Bram", "na 12 maanden"],
        ),
        paragraph(
          "Koen zegt de vervanging toe tot het einde van het schooljaar. Daarna moet het opnieuw op tafel. Liever een eerlijke termijn dan een schone belofte.",
        ),
      ],
    },
    {
      by: "bram",
      at: ago(9, 3, "16:20"),
      under: "what-stops",
      blocks: [
        bullets(
          "Het wekelijkse blad met tien vragen. We houden er één per maand, om te weten hoe het gaat.",
          "De leeskaart met zeven stappen. Ze hangt nu in mijn garage, boven de fietspomp.",
        ),
      ],
    },
    {
      by: "anna",
      at: ago(9, 1, "15:50"),
      under: "new-colleagues",
      blocks: [
        paragraph(
          "Een nieuwe collega kijkt in september twee keer mee en doet in oktober één keer zelf voor, met iemand van ons achterin. We filmden één les hardop denken (enkel de leraar in beeld). Die staat bij de teksten.",
        ),
      ],
    },
    {
      by: "sofie",
      at: ago(8, 4, "12:38"),
      under: "whom-it-helps",
      blocks: [
        paragraph(
          "De tweede graad vroeg al wat wij op donderdag toch zitten te roepen achter die deur. Ze komen kijken. Met Ravelzele wisselen we teksten uit, zij werken met tutorlezen.",
        ),
      ],
    },
    {
      by: "nadia",
      at: ago(8, 2, "16:05"),
      under: "next-loop",
      blocks: [
        paragraph(
          "Wat gebeurt er als het géén leesles is? In wereldoriëntatie vallen ze terug op sleutelwoorden zoeken, en in wiskunde beginnen ze te rekenen voor ze gelezen hebben. Dat wordt de volgende lus.",
        ),
      ],
    },
  ],
};
