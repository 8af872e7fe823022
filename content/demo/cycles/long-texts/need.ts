import { blockquote, bullets, paragraph, table } from "#content/blocks.ts";
import { ago } from "../../moments.ts";
import type { DemoDocument } from "../../story.ts";

export const need: DemoDocument = {
  parts: [
    {
      by: "nadia",
      at: ago(35, 1, "15:58"),
      under: "whose-need",
      blocks: [
        paragraph(
          "Van de leerlingen van het vijfde en het zesde: 62 kinderen in drie klassen. We kijken naar de hele groep, niet enkel naar wie al extra leeshulp krijgt.",
        ),
        paragraph(
          "Halverwege het gesprek bleek dat het ook over onszelf gaat. Bram zei het zo, en niemand had er iets op te zeggen:",
        ),
        blockquote("Ik geef een tekst met tien vragen en dan verbeteren we. Dat is meten, dat is geen les."),
      ],
    },
    {
      by: "anna",
      at: ago(35, 0, "16:12"),
      under: "what-we-see",
      blocks: [
        bullets(
          "In het vijfde haken ze af bij zaakteksten langer dan één bladzijde. Ze beginnen aan de vragen zonder te lezen en gaan dan op zoek naar een woord dat ook in de vraag staat.",
          "Bij verhalen zie ik dat niet. Daar vragen ze of ze mogen doorlezen.",
        ),
      ],
    },
    {
      by: "sofie",
      at: ago(35, 0, "16:20"),
      under: "what-we-see",
      blocks: [
        bullets(
          "Bij mij hetzelfde. Na twee alinea’s: “Juf, moeten we dat állemaal lezen?” Ik betrap mezelf erop dat ik dan zeg: “Lees maar tot daar.”",
        ),
      ],
    },
    {
      by: "bram",
      at: ago(34, 4, "12:35"),
      under: "what-we-see",
      blocks: [
        bullets(
          "In het zesde lezen ze wel tot het einde. Maar vraag ik waarover het ging, dan krijg ik de laatste zin terug.",
        ),
      ],
    },
    {
      by: "nadia",
      at: ago(34, 1, "15:45"),
      under: "what-we-see",
      blocks: [
        paragraph(
          "Startmeting op {date 34.2}: twee zaakteksten van ongeveer anderhalve bladzijde, samen 20 vragen, 62 leerlingen.",
        ),
        table(
          ["Juiste antwoorden (op 20)", "Aantal leerlingen"],
          ["0 tot 8", "17"],
          ["9 tot 12", "24"],
          ["13 tot 16", "14"],
          ["17 tot 20", "7"],
        ),
        paragraph(
          "Staat het antwoord letterlijk in de tekst, dan gaat het goed. Bij de zes vragen waarvoor je twee alinea’s moet samenleggen, hadden 39 van de 62 leerlingen er hoogstens twee juist.",
        ),
      ],
    },
    {
      by: "anna",
      at: ago(34, 1, "15:52"),
      under: "what-drives-us",
      blocks: [
        paragraph(
          "Straks krijgen ze in elk vak een tekst van drie bladzijden. Oud-leerlingen vertellen op de opendeurdag altijd hetzelfde: geschiedenis valt tegen, zoveel tekst. En eerlijk gezegd willen we zelf weer goesting krijgen in die les. Nu is het voor niemand het leukste uur van de week.",
        ),
      ],
    },
    {
      by: "nadia",
      at: ago(33, 2, "16:05"),
      under: "possible-causes",
      blocks: [
        table(
          ["Mogelijke oorzaak", "Hoe gaan we dat na?"],
          [
            "We doen niet voor hoe je een lange tekst aanpakt.",
            "Bij elkaar gaan kijken: zes lessen, met de chronometer.",
          ],
          ["De teksten in onze methode zijn heel kort.", "Drie blokken nakijken en tellen."],
          ["Ze missen woorden en voorkennis.", "Per tekst vijf woorden vooraf bevragen."],
          ["Begrijpend lezen staat op het einde van de week, als ze moe zijn.", "Twee weken wisselen van uur."],
        ),
        paragraph(
          "*Thuis wordt weinig gelezen* hebben we geschrapt. Het kan kloppen, maar met deze lus kunnen wij daar niet veel aan doen. Bram gelooft niet in de laatste oorzaak, Sofie wel. We zoeken het uit.",
        ),
      ],
    },
    {
      by: "nadia",
      at: ago(32, 2, "15:50"),
      under: "goal",
      blocks: [
        paragraph(
          "Tegen {date 12.2} lossen minstens **40 van de 62** leerlingen 13 of meer van de 20 vragen juist op, bij twee nieuwe zaakteksten van dezelfde lengte. Nu zijn dat er 21.",
        ),
        paragraph(
          "Sofie vindt 40 veel, Anna vindt het aan de lage kant. We houden 40 en zien wel of het een goed getal was.",
        ),
      ],
    },
    {
      by: "anna",
      at: ago(32, 2, "16:10"),
      under: "inquiry-question",
      blocks: [
        paragraph(
          "Begrijpen onze leerlingen van de derde graad lange zaakteksten beter als wij vijftien weken lang drie leesstrategieën voordoen, samen inoefenen en daarna loslaten?",
        ),
      ],
    },
  ],
};
