import { blockquote, bullets, heading, paragraph, table } from "#content/blocks.ts";
import { ago } from "../../moments.ts";
import type { DemoDocument } from "../../story.ts";

/** Written twice: once at the start, and again after the team came back from trying out. */
export const need: DemoDocument = {
  parts: [
    {
      by: "joris",
      at: ago(10, 3, "16:05"),
      under: "whose-need",
      blocks: [
        paragraph(
          "Over hoe wij leerlingen ondersteunen. Vier klassen van de tweede graad, 74 leerlingen, drie vakken: Nederlands, wiskunde en geschiedenis.",
        ),
      ],
    },
    {
      by: "gert",
      at: ago(10, 3, "20:05"),
      under: "what-we-see",
      blocks: [
        bullets(
          "Ik schreef zes avonden lang commentaar bij de betogen. De dag erna lagen er twee in de vuilnisbak van het lokaal. Met commentaar en al.",
          "In het volgende betoog stonden dezelfde fouten: geen tegenargument, en een slot van één zin.",
        ),
      ],
    },
    {
      by: "wout",
      at: ago(10, 2, "10:20"),
      under: "what-we-see",
      blocks: [
        bullets(
          "Geschiedenis: van 74 bronopdrachten met commentaar kreeg ik er 13 verbeterd terug. De 61 andere heb ik nooit meer gezien.",
        ),
      ],
    },
    {
      by: "leila",
      at: ago(10, 1, "12:45"),
      under: "what-we-see",
      blocks: [
        bullets(
          "Wiskunde: ze kijken naar het punt, rekenen het na en protesteren. Wie een halve punt terugkrijgt, is tevreden. Over de fout zelf is het dan niet gegaan.",
        ),
      ],
    },
    {
      by: "joris",
      at: ago(10, 0, "16:10"),
      under: "possible-causes",
      blocks: [
        heading(3, "Onze eerste gedachten"),
        table(
          ["Mogelijke oorzaak", "Hoe gaan we dat na?"],
          ["Onze feedback is te lang en onduidelijk.", "Werken met een fiche: drie kleuren, drie zinnen."],
          ["De feedback komt te laat.", "Binnen de week teruggeven."],
          ["Het punt staat erbij en dat overstemt alles.", "Bij één taak geen punt geven."],
        ),
      ],
    },
    {
      by: "gert",
      at: ago(9, 4, "16:20"),
      under: "goal",
      blocks: [
        paragraph(
          "*(eerste versie)* Na twee maanden krijgen we van minstens de helft van de 74 leerlingen een verbeterde taak terug. Nu is dat bij Wout 13 op 74.",
        ),
      ],
    },
    {
      by: "joris",
      at: ago(5, 1, "16:12"),
      under: "possible-causes",
      blocks: [
        heading(3, "Wat we nu denken"),
        paragraph(
          "Onze fiche was kort, op tijd en in kleur. Er veranderde bijna niets. Na het bezoek van Celine vroegen we het aan de leerlingen zelf, op een briefje bij het buitengaan: *Wat doe je als je een taak terugkrijgt?* (74 leerlingen, meer antwoorden mogelijk)",
        ),
        table(
          ["Antwoord", "Aantal leerlingen"],
          ["Ik kijk naar het punt", "52"],
          ["Ik lees de commentaar", "41"],
          ["Ik snap wat er staat", "38"],
          ["Ik verander iets aan de taak", "9"],
        ),
        paragraph(
          "Ze lezen het dus wél, en de meesten begrijpen het ook. Maar ze weten niet wat ze ermee moeten: de taak is af, het volgende hoofdstuk is begonnen. **Het probleem zit niet in onze feedback, maar in wat erna komt.** Er komt namelijk niets na.",
        ),
      ],
    },
    {
      by: "gert",
      at: ago(4, 4, "20:15"),
      under: "possible-causes",
      blocks: [
        blockquote("“Meneer, waarom zou ik iets verbeteren dat al punten heeft?”"),
        paragraph("Ik had geen antwoord. Ik heb er een weekend over nagedacht en ik heb er nog altijd geen."),
      ],
    },
    {
      by: "leila",
      at: ago(3, 4, "13:05"),
      under: "goal",
      blocks: [
        paragraph(
          "*(tweede versie)* Tegen {date +9.0} gebruiken minstens 45 van de 74 leerlingen één punt van de feedback zichtbaar in de taak zelf, in de les, binnen de week. We tellen het in elke klas bij twee taken.",
        ),
      ],
    },
    {
      by: "joris",
      at: ago(3, 0, "16:08"),
      under: "inquiry-question",
      blocks: [
        paragraph(
          "Doen leerlingen van de tweede graad meer met feedback als ze in de les tijd krijgen om er meteen iets mee te doen, en als ze zelf kiezen wat ze aanpakken?",
        ),
      ],
    },
  ],
};
