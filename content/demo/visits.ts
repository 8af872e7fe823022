import { ago, ahead, dayAgo, dayAhead } from "./moments.ts";
import type { DemoVisit } from "./story.ts";

export const visits: DemoVisit[] = [
  {
    key: "visit-kiem-midway",
    project: "wiser-together",
    team: "kiem-third-stage",
    cycle: "long-texts",
    coach: "celine",
    planned: ago(21, 2, "09:20"),
    startsAt: ago(18, 3, "13:15"),
    purpose: "Meekijken bij het samenvatten en napraten met het team.",
    held: ago(18, 3, "15:05"),
    notesToSelf: "Sofie zei weinig tot het over het zwemuur ging. Volgende keer bij haar beginnen.",
    notesToTeam:
      "Ik zag in de drie klassen leraren die hardop twijfelen, en leerlingen die dat overnemen. Het samenvatten is nu nog vooral schrijven. Probeer het eens enkel mondeling.",
    steps: [
      {
        title: "Eén week alleen mondeling samenvatten, niets op papier",
        who: "Sofie",
        due: dayAgo(17, 0),
        done: { by: "sofie", at: ago(17, 0, "14:50") },
      },
    ],
  },
  {
    key: "visit-atheneum",
    project: "wiser-together",
    team: "atheneum-feedback",
    cycle: "useful-feedback",
    coach: "celine",
    planned: ago(6, 3, "09:10"),
    startsAt: ago(5, 4, "12:10"),
    purpose: "Samen kijken naar wat er met de feedbackfiche gebeurt, en naar wat er niet gebeurt.",
    held: ago(5, 4, "13:25"),
    notesToSelf:
      "Gert is moe. Leila heeft gelijk over de punten, maar krijgt de anderen nog niet mee. Ingrid vragen hoe ze tegenover een taak zonder punt staat.",
    notesToTeam:
      "Jullie hebben goed bijgehouden wat de fiche oplevert. De vraag die bleef hangen: weten leerlingen wat ze ermee moeten doen, en wanneer? Vraag het hun zelf, kort, en leg de antwoorden naast wat jullie dachten.",
    steps: [
      {
        title: "Briefje bij het buitengaan: wat doe je als je een taak terugkrijgt?",
        who: "Joris, Gert, Leila en Wout",
        due: dayAgo(5, 1),
        done: { by: "joris", at: ago(5, 2, "15:40") },
      },
      {
        title: "Eén les waarin leerlingen meteen iets met de feedback doen",
        who: "Leila",
        due: dayAgo(1, 0),
        done: { by: "leila", at: ago(1, 2, "14:45") },
      },
      { title: "Met Ingrid spreken over een taak waar het punt later komt", who: "Joris", due: dayAhead(1, 0) },
    ],
  },
  {
    key: "visit-kompasroos",
    project: "wiser-together",
    team: "kompasroos-upper",
    cycle: "buddies",
    coach: "celine",
    planned: ago(2, 0, "09:05"),
    startsAt: ahead(0, 2, "10:00"),
    purpose: "Meekijken bij het maatjeslezen, en samen bekijken hoe je lezen en samenwerken apart kunt volgen.",
    notesToSelf: "Kaartje met vier stappen vragen voor De Veldmuis. Niet vergeten: bij Karen in de klas, schoenen uit.",
  },
];
