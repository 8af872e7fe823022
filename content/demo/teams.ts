import { ago } from "./moments.ts";
import type { DemoTeam, TeamKey } from "./story.ts";

const start = ago(36, 1, "09:30");

export const teams: Record<TeamKey, DemoTeam> = {
  "kiem-third-stage": {
    organisation: "de-kiem",
    name: "Derde graad",
    members: [
      { person: "nadia", role: "lead", since: start },
      { person: "anna", role: "member", since: start },
      { person: "bram", role: "member", since: start },
      { person: "sofie", role: "member", since: start },
      { person: "koen", role: "reader", since: start },
    ],
  },
  "kiem-preschool": {
    organisation: "de-kiem",
    name: "Kleuterteam",
    members: [
      { person: "mieke", role: "lead", since: ago(5, 2, "12:40") },
      { person: "yusuf", role: "member", since: ago(5, 2, "12:40") },
      { person: "nadia", role: "member", since: ago(5, 2, "12:41") },
      { person: "koen", role: "reader", since: ago(5, 2, "12:41") },
    ],
  },
  "kiem-language": {
    organisation: "de-kiem",
    name: "Kernteam taalbeleid",
    members: [
      { person: "koen", role: "lead", since: ago(3, 3, "16:10") },
      { person: "nadia", role: "member", since: ago(3, 3, "16:10") },
      { person: "anna", role: "member", since: ago(3, 3, "16:11") },
    ],
  },
  "atheneum-feedback": {
    organisation: "atheneum",
    name: "Werkgroep feedback tweede graad",
    members: [
      { person: "joris", role: "lead", since: start },
      { person: "gert", role: "member", since: start },
      { person: "leila", role: "member", since: start },
      { person: "wout", role: "member", since: start },
      { person: "ingrid", role: "reader", since: start },
    ],
  },
  "atheneum-language": {
    organisation: "atheneum",
    name: "Taalteam eerste graad",
    members: [
      { person: "marijn", role: "lead", since: ago(17, 3, "10:15") },
      { person: "gert", role: "member", since: ago(17, 3, "10:15") },
      { person: "leila", role: "member", since: ago(10, 2, "13:20") },
    ],
  },
  "kompasroos-upper": {
    organisation: "kompasroos",
    name: "Team bovenbouw",
    members: [
      { person: "lien", role: "lead", since: start },
      { person: "karen", role: "member", since: start },
      { person: "jonas", role: "member", since: start },
      { person: "rudi", role: "reader", since: start },
    ],
  },
  "kompasroos-playground": {
    organisation: "kompasroos",
    name: "Team speelplaats",
    members: [
      { person: "jonas", role: "lead", since: ago(4, 2, "12:35") },
      { person: "karen", role: "member", since: ago(4, 2, "12:35") },
    ],
  },
  "veldmuis-school": {
    organisation: "veldmuis",
    name: "Schoolteam",
    members: [
      { person: "greet", role: "lead", since: start },
      { person: "dries", role: "member", since: start },
    ],
  },
  "ten-dijke-upper": {
    organisation: "ten-dijke",
    name: "Tweede en derde graad",
    members: [
      { person: "lode", role: "lead", since: start },
      { person: "samira", role: "member", since: start },
    ],
  },
  "pluim-preschool": {
    organisation: "pluim",
    name: "Kleuterteam",
    members: [
      { person: "elif", role: "lead", since: start },
      { person: "veerle", role: "member", since: start },
    ],
  },
};
