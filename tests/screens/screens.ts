import type { PersonKey } from "#content/demo/story.ts";

/** A screen of the product: who looks at it, and where it is. `:cycle`, `:version` (of `implementeren`) and so on are filled in. */
export interface Screen {
  name: string;
  who: PersonKey | null;
  path: string;
  /** What has to be there before the screen is looked at. */
  waitFor?: string;
  /** The button that opens the dialog that is looked at. */
  press?: string;
}

const EDITOR = ".ProseMirror";

/** Every screen that a person can come to; looked at by a person (docs/screens) and by axe. */
export const SCREENS: readonly Screen[] = [
  { name: "toolkit", who: null, path: "/toolkit" },
  { name: "toolkit-picture", who: null, path: "/toolkit/beeld" },
  {
    name: "toolkit-compare",
    who: null,
    path: "/toolkit/vergelijken?strand=feedback&strand=homework&strand=learning-styles",
  },
  { name: "strand", who: null, path: "/toolkit/feedback" },
  { name: "strand-unknown-figure", who: null, path: "/toolkit/learning-styles" },
  { name: "sign-in", who: null, path: "/aanmelden" },
  { name: "password-forgotten", who: null, path: "/wachtwoord-vergeten" },
  { name: "not-found", who: null, path: "/bestaat-niet" },
  { name: "start", who: "lien", path: "/start" },
  { name: "start-school-leader", who: "koen", path: "/start" },
  { name: "new-cycle", who: "lien", path: "/lussen/nieuw" },
  { name: "stage", who: "lien", path: "/lussen/:cycle/implementeren", waitFor: EDITOR },
  { name: "stage-sources", who: "lien", path: "/lussen/:cycle/bronnen", waitFor: EDITOR },
  { name: "stage-coach", who: "celine", path: "/lussen/:cycle/implementeren", waitFor: EDITOR },
  { name: "strand-dialog", who: "lien", path: "/lussen/:cycle/implementeren", waitFor: EDITOR, press: "Peer tutoring" },
  { name: "history", who: "lien", path: "/lussen/:cycle/implementeren/geschiedenis" },
  { name: "history-version", who: "lien", path: "/lussen/:cycle/implementeren/geschiedenis/:version" },
  { name: "activity", who: "lien", path: "/lussen/:cycle/activiteit" },
  { name: "about", who: "lien", path: "/lussen/:cycle/over" },
  { name: "coaching", who: "celine", path: "/begeleiding" },
  { name: "visit-new", who: "celine", path: "/begeleiding/bezoeken/nieuw" },
  { name: "visit", who: "celine", path: "/begeleiding/bezoeken/:visit" },
  { name: "projects", who: "dirk", path: "/projecten" },
  { name: "project", who: "dirk", path: "/projecten/:project" },
  { name: "project-staff", who: "fatima", path: "/projecten/:project" },
  { name: "project-removal", who: "fatima", path: "/projecten/:project", press: "Uit het project halen: Schoolteam" },
  { name: "team", who: "lien", path: "/teams/:team" },
  { name: "admin", who: "fatima", path: "/beheer" },
  { name: "admin-school", who: "fatima", path: "/beheer/scholen/:school" },
  {
    name: "admin-closing-account",
    who: "fatima",
    path: "/beheer/scholen/:school",
    press: "Account afsluiten: Lien Pauwels",
  },
  { name: "admin-school-new", who: "fatima", path: "/beheer/scholen/nieuw" },
  { name: "admin-programme-new", who: "fatima", path: "/beheer/programmas/nieuw" },
  { name: "admin-project-new", who: "fatima", path: "/beheer/projecten/nieuw" },
  { name: "account", who: "lien", path: "/account" },
];
