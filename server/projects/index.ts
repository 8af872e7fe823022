export { addProgramme } from "./add-programme.ts";
export { addProject } from "./add-project.ts";
export { addProjectPerson, removeProjectPerson } from "./change-people.ts";
export { addProjectTeam, chooseDocumentsAudience, removeProjectTeam } from "./change-teams.ts";
export { listProgrammes } from "./list-programmes.ts";
export { loadProject } from "./load-project.ts";
export { type ProjectChoices, projectChoices } from "./project-choices.ts";
