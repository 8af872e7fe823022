import { ago } from "./moments.ts";
import type { DemoProgramme, DemoProject, ProgrammeKey, ProjectKey } from "./story.ts";

export const programmes: Record<ProgrammeKey, DemoProgramme> = {
  guidance: {
    by: "fatima",
    at: ago(36, 3, "10:00"),
    kind: "guidance",
    name: "Begeleidingsprojecten {schoolyear -1}: samen onderbouwd kiezen",
    fromYear: -1,
    toYear: 1,
    ceilingEuro: 90_000,
  },
  implementation: {
    by: "fatima",
    at: ago(36, 3, "10:20"),
    kind: "implementation",
    name: "Oproep implementatieprojecten {schoolyear -1}: lezen en leren leren",
    fromYear: -1,
    toYear: 0,
    ceilingEuro: 150_000,
  },
};

export const projects: Record<ProjectKey, DemoProject> = {
  "wiser-together": {
    by: "fatima",
    at: ago(36, 2, "14:00"),
    programme: "guidance",
    applicant: "kantlijn",
    name: "Samen wijzer: van buikgevoel naar onderbouwd kiezen",
    summary:
      "Zes scholen werken elk aan een eigen vraag, met dezelfde manier van kijken: eerst goed zien wat er nodig is, dan bronnen naast elkaar leggen, klein uitproberen en eerlijk terugblikken. Eén begeleider komt langs waar hulp gevraagd wordt en brengt scholen met dezelfde vraag bij elkaar.",
    fromYear: -1,
    toYear: 1,
    themes: ["language-education", "feedback", "motivation-and-wellbeing"],
    strands: ["reading-comprehension-strategies", "feedback", "peer-tutoring", "ey-communication-and-language"],
    people: [
      { person: "joke", role: "lead", since: ago(36, 2, "14:10") },
      { person: "celine", role: "coach", since: ago(36, 2, "14:12") },
    ],
    teams: [
      { team: "kiem-third-stage", documentsAudience: "coach", joined: { by: "nadia", at: ago(36, 0, "16:05") } },
      { team: "atheneum-feedback", documentsAudience: "coach", joined: { by: "joris", at: ago(36, 0, "16:30") } },
      { team: "kompasroos-upper", documentsAudience: "coach", joined: { by: "lien", at: ago(35, 4, "12:50") } },
      { team: "veldmuis-school", documentsAudience: "coach", joined: { by: "greet", at: ago(35, 4, "17:10") } },
      { team: "ten-dijke-upper", documentsAudience: "team", joined: { by: "lode", at: ago(35, 3, "15:55") } },
      { team: "pluim-preschool", documentsAudience: "coach", joined: { by: "elif", at: ago(35, 2, "12:20") } },
      { team: "kiem-preschool", documentsAudience: "coach", joined: { by: "mieke", at: ago(2, 1, "16:00") } },
    ],
  },
  "reading-to-learn": {
    by: "fatima",
    at: ago(36, 1, "11:00"),
    programme: "implementation",
    applicant: "kantlijn",
    name: "Lezen om te leren: strategieën tussen tien en veertien",
    summary:
      "Drie scholen maken leesstrategieën en leren leren tot een gewoonte in alle vakken, in de jaren rond de overgang van lager naar secundair. We spreken dezelfde metingen af, gaan bij elkaar kijken en schrijven op wat het van een team vraagt.",
    fromYear: -1,
    toYear: 0,
    themes: ["language-education", "metacognition-and-self-regulation", "assessment"],
    strands: ["reading-comprehension-strategies", "metacognition-and-self-regulation", "peer-tutoring"],
    people: [{ person: "dirk", role: "lead", since: ago(36, 1, "11:10") }],
    teams: [
      { team: "veldmuis-school", documentsAudience: "team", joined: { by: "greet", at: ago(34, 3, "16:40") } },
      { team: "atheneum-language", documentsAudience: "team", joined: { by: "marijn", at: ago(17, 2, "13:05") } },
      { team: "kiem-third-stage", documentsAudience: "team", joined: { by: "nadia", at: ago(8, 3, "15:50") } },
    ],
  },
};
