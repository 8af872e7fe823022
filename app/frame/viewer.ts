/** The signed-in person as the frame knows them: who it is and which parts of the product concern them. */
export interface Viewer {
  id: string;
  name: string;
  /** Parts of the main navigation besides the start page and the toolkit. */
  places: readonly Place[];
}

export const places = ["coaching", "projects", "admin"] as const;
export type Place = (typeof places)[number];

/** Where each part lives. */
export const pathOf = {
  home: "/",
  start: "/start",
  toolkit: "/toolkit",
  coaching: "/begeleiding",
  projects: "/projecten",
  admin: "/beheer",
  signIn: "/aanmelden",
  signOut: "/afmelden",
  account: "/account",
} as const;
