import type { DemoPerson, OrganisationKey, PersonKey } from "./story.ts";

type Function = DemoPerson["functions"][number]["function"];

const domains: Record<OrganisationKey, string> = {
  "de-kiem": "dekiem.example",
  atheneum: "atheneumzandbeke.example",
  kompasroos: "dekompasroos.example",
  veldmuis: "develdmuis.example",
  "ten-dijke": "tendijke.example",
  pluim: "depluim.example",
  kantlijn: "kantlijn.example",
  leerlus: "leerlus.example",
};

/** Somebody of one organisation, with the first of its functions as the main one. */
function of(organisation: OrganisationKey, name: string, title: string, ...functions: Function[]): DemoPerson {
  const local = name
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .split(" ")
    .map((word) => word.replaceAll(/[^a-z]/g, ""));
  return {
    name,
    title,
    email: `${local[0]}.${local.slice(1).join("")}@${domains[organisation]}`,
    functions: functions.map((name) => ({ organisation, function: name })),
  };
}

const signIn = (order: number, inEnglish: string, person: DemoPerson): DemoPerson => ({
  ...person,
  signIn: { order, inEnglish },
});

export const people: Record<PersonKey, DemoPerson> = {
  anna: signIn(
    1,
    "teacher, fifth year of primary",
    of("de-kiem", "Anna Verlinden", "leerkracht vijfde leerjaar", "teacher"),
  ),
  bram: signIn(
    2,
    "teacher, sixth year of primary",
    of("de-kiem", "Bram Dewulf", "leerkracht zesde leerjaar", "teacher"),
  ),
  nadia: signIn(3, "care coordinator", of("de-kiem", "Nadia El Amrani", "zorgcoördinator", "care-coordinator")),
  koen: signIn(4, "principal", of("de-kiem", "Koen Vandamme", "directeur", "principal")),
  celine: signIn(5, "pedagogical coach", of("kantlijn", "Celine Rosseel", "pedagogisch begeleider", "coach")),
  dirk: signIn(6, "project lead", of("kantlijn", "Dirk Hoste", "projectleider", "staff")),
  els: signIn(
    7,
    "member of the users’ commission",
    of("leerlus", "Els Roelandt", "lid van de gebruikerscommissie", "reviewer"),
  ),
  fatima: signIn(
    8,
    "editor and programme manager",
    of("leerlus", "Fatima Ouali", "redactie en programmabeheer", "staff"),
  ),
  gert: signIn(9, "teacher of Dutch", of("atheneum", "Gert Lauwereys", "leraar Nederlands", "teacher")),
  hanne: signIn(10, "ICT coordinator", of("de-kiem", "Hanne Stevens", "ICT-coördinator", "administrator")),

  sofie: of("de-kiem", "Sofie De Bock", "leerkracht vijfde leerjaar", "teacher"),
  mieke: of("de-kiem", "Mieke Lambrechts", "kleuterleraar derde kleuterklas", "teacher"),
  yusuf: of("de-kiem", "Yusuf Demir", "kleuterleraar tweede kleuterklas", "teacher"),

  leila: of("atheneum", "Leila Haddad", "leraar wiskunde", "teacher"),
  wout: of("atheneum", "Wout Segers", "leraar geschiedenis", "teacher"),
  joris: of("atheneum", "Joris Coppens", "leerlingbegeleider", "care-coordinator"),
  marijn: of("atheneum", "Marijn Deprez", "leraar Nederlands en vervolgcoach OKAN", "teacher"),
  ingrid: of("atheneum", "Ingrid Van Nuffel", "directeur", "principal"),

  karen: of("kompasroos", "Karen Wijns", "leerkracht", "teacher"),
  jonas: of("kompasroos", "Jonas Mutombo", "leerkracht bewegingsopvoeding", "teacher"),
  lien: of("kompasroos", "Lien Pauwels", "orthopedagoog", "care-coordinator"),
  rudi: of("kompasroos", "Rudi Claessens", "directeur", "principal"),

  greet: of("veldmuis", "Greet Ameloot", "directeur en leerkracht eerste graad", "principal", "teacher"),
  dries: of("veldmuis", "Dries Callens", "leerkracht tweede en derde graad", "teacher"),
  lode: of("ten-dijke", "Lode Hermans", "leerkracht en vestigingsverantwoordelijke", "teacher"),
  samira: of("ten-dijke", "Samira Benali", "leerkracht vierde leerjaar", "teacher"),
  veerle: of("pluim", "Veerle Nijs", "directeur", "principal"),
  elif: of("pluim", "Elif Şahin", "kleuterleraar", "teacher"),

  joke: of("kantlijn", "Joke Thijs", "coördinator begeleidingsprojecten", "staff"),
};
