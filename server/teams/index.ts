export { addTeam } from "./add-team.ts";
export { addMember, changeMemberRole, removeMember } from "./change-members.ts";
export { loadTeam } from "./load-team.ts";
export { type TeamView, viewTeam } from "./view-team.ts";
