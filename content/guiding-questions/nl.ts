import { bullets, emptyTable, tasks } from "#content/blocks.ts";
import type { GuidingQuestions } from "./questions.ts";

export const guidingQuestionsNl: GuidingQuestions = {
  need: {
    intro:
      "Neem de tijd om goed te kijken voor je iets kiest. Schrijf kort wat je ziet; het hoeft nog niet te kloppen en het mag nog veranderen.",
    questions: {
      "whose-need": {
        question: "Over wiens behoefte gaat het?",
        help: "Over wat leerlingen nodig hebben, over hoe we hen ondersteunen, of over wat wij als team nog willen weten?",
      },
      "what-we-see": {
        question: "Wat zien we in de klas?",
        help: "Beschrijf wat je ziet en hoort, zonder het al te verklaren. Tel waar het kan, en schrijf nooit een naam van een leerling.",
        place: bullets(""),
      },
      "what-drives-us": {
        question: "Waarom willen we hier iets aan doen?",
        help: "Wat wordt er beter, voor wie, en waarom nu?",
      },
      "possible-causes": {
        question: "Welke oorzaken kunnen meespelen waar we zelf vat op hebben?",
        help: "Zet er ook bij hoe je kunt nagaan of het klopt. Een oorzaak waar je niets aan kunt doen, mag je loslaten.",
        place: emptyTable("Mogelijke oorzaak", "Hoe gaan we dat na?"),
      },
      goal: {
        question: "Wat willen we bereiken?",
        help: "Voor wie, wat, hoeveel en tegen wanneer? Kies iets wat je straks echt kunt zien.",
      },
      "inquiry-question": {
        question: "Wat is onze onderzoeksvraag?",
        help: "Eén zin die je over enkele maanden eerlijk kunt beantwoorden.",
      },
    },
  },
  sources: {
    intro:
      "Leg naast elkaar wat jullie zelf weten, wat jullie eigen data zeggen en wat onderzoek zegt. Drie goede bronnen zijn meer waard dan tien halve.",
    questions: {
      "own-experience": {
        question: "Wat weten we al uit eigen ervaring?",
        help: "Wat werkte vroeger of bij een collega, en wat probeerden we al zonder succes?",
        place: bullets(""),
      },
      "own-data": {
        question: "Wat zeggen onze eigen data?",
        help: "Toetsen, observaties, een korte bevraging: schrijf aantallen, en zeg over hoeveel leerlingen het gaat.",
      },
      research: {
        question: "Wat zegt onderzoek?",
        help: "Koppel een thema uit de toolkit en schrijf in je eigen woorden wat je eruit meeneemt voor jullie klas.",
      },
      "not-yet-heard": {
        question: "Wie hebben we nog niet gehoord?",
        help: "Collega’s, leerlingen, ouders, partners: wie ziet iets wat wij niet zien?",
      },
      "how-much-trust": {
        question: "Hoeveel vertrouwen verdient elke bron?",
        help: "Past ze bij onze leerlingen, is ze recent, is ze begrijpelijk, en spreken bronnen elkaar tegen?",
        place: emptyTable("Bron", "Wat we ervan meenemen", "Waar we voorzichtig mee zijn"),
      },
      "our-choice": {
        question: "Wat kiezen we, en waarom?",
        help: "Schrijf ook op wat jullie niet kiezen. Wie hier later leest, wil weten wat jullie toen wisten.",
      },
    },
  },
  implement: {
    intro:
      "Begin klein en spreek af waar jullie op letten. Wat anders loopt dan gedacht, is geen fout maar informatie.",
    questions: {
      "active-ingredients": {
        question: "Wat is de werkzame kern?",
        help: "Wat mag zeker niet wegvallen, ook niet als het druk is?",
        place: bullets(""),
      },
      "sign-in-class": {
        question: "Waaraan zien we het in de klas?",
        help: "Als iemand tien minuten meekijkt: wat ziet die leerlingen en leraar dan doen?",
      },
      activities: {
        question: "Wie doet wat, en wanneer?",
        help: "Kleine stappen met een naam en een datum houden het haalbaar.",
        place: tasks(""),
      },
      support: {
        question: "Wat hebben we daarvoor nodig?",
        help: "Tijd, materiaal, een klasbezoek, een collega die het voordoet: wat moet er eerst in orde zijn?",
      },
      "predict-and-observe": {
        question: "Wat verwachten we, en wat zien we daarna?",
        help: "Schrijf je verwachting op vóór je het uitprobeert. Zo verras je jezelf eerlijk.",
        place: emptyTable("Wat we uitproberen", "Wat we verwachten", "Wat we zagen"),
      },
      adjustments: {
        question: "Wat sturen we bij, en waarom?",
        help: "Noteer wat je anders doet dan gepland, met de reden erbij.",
        place: bullets(""),
      },
    },
  },
  evaluate: {
    intro:
      "Kijk samen terug op wat er veranderde en op wat jullie daarvan kunnen zeggen. Stoppen, bijsturen of houden: elke beslissing is goed als je ze kunt uitleggen.",
    questions: {
      "what-we-measured": {
        question: "Wat hebben we gemeten, en bij wie?",
        help: "Welk instrument, wanneer, bij hoeveel leerlingen, en wie ontbrak er?",
        place: emptyTable("Wat", "Hoe gemeten", "Wanneer", "Aantal leerlingen"),
      },
      "what-changed": {
        question: "Wat is er veranderd?",
        help: "Zet voor en na naast elkaar. Zonder vergelijkingsgroep spreken we van groei, niet van effect.",
      },
      "goal-and-causes": {
        question: "Hebben we ons doel bereikt, en klopten onze oorzaken?",
        help: "Niet gehaald is ook een antwoord. Zeg per oorzaak: klopt, klopt niet, of we weten het niet.",
      },
      "helped-and-hindered": {
        question: "Wat hielp, en wat zat in de weg?",
        help: "Denk aan de aanpak, aan het materiaal, en aan hoe wij het als team deden.",
        place: bullets(""),
      },
      "cannot-say": {
        question: "Wat kunnen we hiermee niet zeggen?",
        help: "Wat zou ook een verklaring kunnen zijn voor wat we zien?",
      },
      decision: {
        question: "Wat beslissen we: stoppen, bijsturen of houden?",
        help: "Geef de redenen erbij, ook die van wie het er niet mee eens was.",
      },
    },
  },
  anchor: {
    intro:
      "Wat goed is, verdwijnt vanzelf als niemand erop let. Spreek af wat blijft, wie het bewaakt en wanneer jullie opnieuw kijken.",
    questions: {
      "what-stays": {
        question: "Wat blijft, en wie bewaakt het?",
        help: "Afspraken, materiaal en gewoontes, elk met één naam en een moment om terug te kijken.",
        place: emptyTable("Wat blijft", "Wie bewaakt het", "Wanneer kijken we terug"),
      },
      "what-stops": {
        question: "Waarmee stoppen we bewust?",
        help: "Iets loslaten geeft ruimte. Schrijf op waarom, dan hoeft niemand het over twee jaar opnieuw uit te vinden.",
        place: bullets(""),
      },
      "new-colleagues": {
        question: "Hoe leert een nieuwe collega dit?",
        help: "Wat geef je mee in september, wie doet het voor, en waar staat het materiaal?",
      },
      "whom-it-helps": {
        question: "Met wie willen we dit delen?",
        help: "Een andere graad, een school in de buurt, een praktijkverhaal: wat zou jullie zelf geholpen hebben?",
      },
      "next-loop": {
        question: "Welke vraag nemen we mee?",
        help: "Een volgende lus, een vraag aan Vraagpunt, of een poosje rust.",
      },
    },
  },
};
