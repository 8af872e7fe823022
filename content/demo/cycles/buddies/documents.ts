import { bullets, numbered, paragraph, table, tasks } from "#content/blocks.ts";
import { ago } from "../../moments.ts";
import type { DemoCycle } from "../../story.ts";

export const documents: DemoCycle["documents"] = {
  need: {
    sharing: [{ audience: "team", by: "lien", at: ago(10, 3, "12:40") }],
    parts: [
      {
        by: "lien",
        at: ago(10, 3, "12:52"),
        under: "whose-need",
        blocks: [
          paragraph(
            "Van de leerlingen van de drie groepen in de bovenbouw, samen 32. En een beetje van ons: wij lossen alles zelf op, de hele dag door.",
          ),
          paragraph(
            "Dit stuk houden we onder ons. We schrijven geen namen, maar wie hier werkt, herkent toch iedereen.",
          ),
        ],
      },
      {
        by: "karen",
        at: ago(10, 3, "15:20"),
        under: "what-we-see",
        blocks: [
          bullets(
            "Wie vastzit, roept mij. Niemand vraagt iets aan wie ernaast zit. Op één voormiddag telde ik 46 keer “juf”.",
            "Hulp krijgen voelt bij ons snel als verliezen. Er vliegt al eens een pennenzak.",
          ),
        ],
      },
      {
        by: "jonas",
        at: ago(10, 2, "14:55"),
        under: "what-we-see",
        blocks: [
          bullets(
            "In de turnzaal zie ik het omgekeerde. Bij het klimmen helpen ze elkaar zonder dat ik iets zeg. Misschien omdat daar iedereen eens bang is.",
          ),
        ],
      },
      {
        by: "lien",
        at: ago(10, 1, "12:45"),
        under: "possible-causes",
        blocks: [
          table(
            ["Mogelijke oorzaak", "Hoe gaan we dat na?"],
            ["Ze hebben nooit geleerd hoe je hulp vraagt en geeft.", "Twee groepen bevragen met pictogrammen."],
            ["Wij zijn te snel: na vijf seconden staan we er al.", "Elkaar timen. Met humor."],
            ["Altijd dezelfde leerlingen krijgen hulp, nooit geven.", "Een week bijhouden wie helpt."],
          ),
        ],
      },
      {
        by: "karen",
        at: ago(10, 0, "15:30"),
        under: "goal",
        blocks: [
          paragraph(
            "Tegen {date +8.0} vragen en geven minstens 20 van de 32 leerlingen hulp aan een maatje tijdens het leesmoment, zonder dat er een volwassene tussenkomt. Nu zien we dat bij 8.",
          ),
        ],
      },
    ],
  },
  sources: {
    parts: [
      {
        by: "jonas",
        at: ago(9, 3, "15:10"),
        under: "own-experience",
        blocks: [
          bullets(
            "Klimmen per twee werkt omdat de rollen vastliggen: één klimt, één houdt het touw. En daarna wisselen ze.",
            "Vroeger hadden we een “meter- en peterdag”, één keer per jaar. Leuk, en de dag erna was alles weer zoals ervoor.",
          ),
        ],
      },
      {
        by: "lien",
        at: ago(9, 2, "13:00"),
        under: "research",
        blocks: [
          paragraph(
            "Toolkit, *peer tutoring*: gemiddeld 6 maanden leerwinst, heel lage kost, sterkte van de evidentie 4 op 5. Wie helpt, leert er zelf ook van. *Sociaal-emotioneel leren*: gemiddeld 4 maanden, maar met een sterkte van 1 op 5, dus daar bouwen we niet op. We doen het omdat we het belangrijk vinden, en dat mogen we gewoon zo schrijven.",
          ),
          paragraph(
            "Waar ik mee zit: we vonden weinig over scholen zoals de onze. Ik heb daarom gebeld met de logopedist, die bij twee groepen meekijkt.",
          ),
        ],
      },
      {
        by: "karen",
        at: ago(8, 3, "15:15"),
        under: "not-yet-heard",
        blocks: [
          paragraph(
            "Leerlingen: in twee groepen (21 leerlingen) lieten we een pictogram kiezen. *Iemand helpen*: 15 keer een blij gezicht. *Geholpen worden*: 6 keer. Dat verschil is onze hele lus in één zin.",
          ),
        ],
      },
      {
        by: "lien",
        at: ago(8, 1, "12:50"),
        under: "our-choice",
        blocks: [
          paragraph(
            "Maatjeslezen, twee keer per week een kwartier. Een oudere leest met een jongere, met vaste rollen en een kaartje met drie stappen. **Iedereen is eens helper**: wie zelf moeilijk leest, helpt met een prentenboek bij de jongste groep. Jonas wilde liever in de turnzaal beginnen. We beginnen met lezen, en nemen zijn touw-idee mee: rollen liggen vast en wisselen.",
          ),
        ],
      },
    ],
  },
  implement: {
    parts: [
      {
        by: "lien",
        at: ago(7, 2, "12:55"),
        under: "active-ingredients",
        blocks: [
          bullets(
            "Vaste maatjes voor zes weken, dan wisselen.",
            "Een kaartje met drie stappen, in pictogrammen. De helper volgt het kaartje, niet zijn goesting.",
            "Iedereen is eens helper. Ook wie zelf veel hulp krijgt.",
          ),
          numbered("Wacht tien tellen.", "Wijs het stukje aan.", "Lees het samen nog eens."),
        ],
      },
      {
        by: "karen",
        at: ago(7, 0, "15:25"),
        under: "sign-in-class",
        blocks: [
          paragraph(
            "Je hoort gemompel in plaats van “juf”. Het kaartje ligt tussen de twee, niet in de schuif. Wij zitten neer. Dat laatste is het moeilijkste.",
          ),
        ],
      },
      {
        by: "lien",
        at: ago(6, 4, "12:45"),
        under: "activities",
        blocks: [
          tasks(
            "x Kaartjes maken en plastificeren (Karen, {date 6.3})",
            "x Helpers oefenen apart, twee keer (Jonas, tot {date 6.1})",
            "x Eerste zes weken met vaste maatjes (vanaf {date 6.0})",
            "Maatjes wisselen (Lien, vanaf {date +0.4})",
            "Tellen wie hulp vraagt en geeft, zelfde telling als bij de start (Karen, {date +6.0})",
          ),
        ],
      },
      {
        by: "jonas",
        at: ago(3, 2, "15:12"),
        under: "adjustments",
        blocks: [
          bullets(
            "Sommige helpers spelen juf of meester: vinger in de lucht, strenge stem. We dachten eerst: verbieden. Karen vond dat ze ons gewoon goed nadoen. We hebben er een stap bij gezet: *zeg wat goed ging*.",
          ),
        ],
      },
      {
        by: "jonas",
        at: ago(1, 4, "15:05"),
        under: "predict-and-observe",
        blocks: [
          table(
            ["Wat we uitproberen", "Wat we verwachten", "Wat we zagen"],
            ["Tien tellen wachten", "Houden ze nooit vol.", "Ze tellen luidop. Heel luidop. Maar ze wachten."],
            [
              "Moeilijke lezers helpen bij de jongsten",
              "Trots, misschien ook schrik.",
              "Vooral trots. Twee helpers kwamen in de speeltijd vragen of het al dinsdag was.",
            ],
            [
              "Vaste maatjes, zes weken",
              "Vier van de 16 duo’s botsen.",
              "Vijf duo’s botsten in week twee, nog twee in week vijf.",
            ],
          ),
        ],
      },
      {
        by: "karen",
        at: ago(1, 3, "15:18"),
        under: "adjustments",
        blocks: [
          bullets(
            "Op dagen met een wissel in het busvervoer slaan we over. Twee keer geprobeerd, twee keer een pennenzak.",
            "Ik twijfel of het leesmoment nu over lezen gaat of over samenwerken. Lien zegt: allebei. Ik wil het straks wel apart kunnen bekijken.",
          ),
        ],
      },
    ],
  },
};
