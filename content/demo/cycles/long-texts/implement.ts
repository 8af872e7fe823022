import { bullets, paragraph, table, tasks } from "#content/blocks.ts";
import { ago } from "../../moments.ts";
import type { DemoDocument } from "../../story.ts";

export const implement: DemoDocument = {
  parts: [
    {
      by: "nadia",
      at: ago(27, 2, "16:04"),
      under: "active-ingredients",
      blocks: [
        bullets(
          "De leraar denkt **hardop** bij een tekst die hij zelf niet van buiten kent.",
          "Eerst ik, dan wij, dan jij. Het “wij” slaan we nooit over.",
          "Elke alinea in één eigen zin, mondeling, vóór er een vraag op papier komt.",
          "Teksten van minstens één bladzijde. Korter is niet oefenen.",
        ),
      ],
    },
    {
      by: "anna",
      at: ago(27, 0, "15:55"),
      under: "sign-in-class",
      blocks: [
        paragraph(
          "Wie tien minuten binnenkomt, hoort de leraar minstens één keer twijfelen (“Hier snap ik het niet, ik lees terug”). Leerlingen leggen een vinger in de kantlijn waar ze vastzitten. En er liggen nog geen vragen op de bank.",
        ),
      ],
    },
    {
      by: "sofie",
      at: ago(26, 1, "16:30"),
      under: "support",
      blocks: [
        paragraph(
          "Nadia neemt telkens één klas over tijdens een klasbezoek, dat zijn zes halfuren. Koen schrapt daarvoor één toezicht per week. Teksten en kaartjes staan in de map [leesplan derde graad](https://www.dekiem.example/leesplan).",
        ),
      ],
    },
    {
      by: "bram",
      at: ago(20, 4, "15:42"),
      under: "predict-and-observe",
      blocks: [
        table(
          ["Wat we uitproberen", "Wat we verwachten", "Wat we zagen"],
          [
            "Hardop denken in het zesde",
            "Ze lachen met mij, na twee keer is dat over.",
            "Ze lachten één keer. Daarna verbeterden ze mij: “Meester, dat stond er niet.”",
          ],
          [
            "Vragen pas na de tekst geven",
            "Protest, en tijdnood.",
            "Protest wel, tijdnood niet: het invullen gaat sneller dan vroeger.",
          ],
          [
            "Een zin per alinea",
            "Lukt tegen week zes bij de helft.",
            "In week zes schreven in het vijfde nog 24 van de 39 leerlingen gewoon een zin over. Te snel gegaan.",
          ],
        ),
      ],
    },
    {
      by: "anna",
      at: ago(19, 3, "16:18"),
      under: "adjustments",
      blocks: [
        bullets(
          "We zijn twee weken teruggegaan naar “wij” bij het samenvatten. Reden: ze schreven zinnen over. Nu mag de zin **geen drie woorden na elkaar** uit de tekst hebben. Flauwe regel, werkt wel.",
        ),
      ],
    },
    {
      by: "sofie",
      at: ago(16, 2, "15:48"),
      under: "adjustments",
      blocks: [
        bullets(
          "Twee keer 30 minuten werd in mijn klas vaak één keer 45, door het zwemmen. Dat is anders dan afgesproken. Ik schrijf het op zodat we het straks weten.",
        ),
      ],
    },
    {
      by: "nadia",
      at: ago(15, 2, "15:40"),
      under: "activities",
      blocks: [
        tasks(
          "x Twaalf zaakteksten zoeken, samen met de bibliotheek (Sofie, klaar op {date 26.1})",
          "x Anna doet hardop denken voor, Bram en Sofie kijken (25 minuten, {date 25.3})",
          "x Drie weken enkel voorspellen en verduidelijken (tot {date 22.0})",
          "x Samenvatten per alinea erbij (vanaf {date 21.4})",
          "x Klasbezoek per twee, elk één keer, met het blaadje “wat hoorde ik” (tot {date 17.2})",
          "x Strategieën loslaten: leerlingen kiezen zelf (vanaf {date 15.4})",
          "Fragment uit een jeugdboek, om de drie weken (Bram): drie van de vijf keer gelukt",
        ),
      ],
    },
  ],
};
