import type { Language } from "#domain/people/words.ts";

/** What the server says before a page can be made: the only sentences outside the catalogues of `app/`. */
const CATALOGUE = {
  nl: {
    "foreign-origin": [
      "Dit verzoek kwam niet van Leerlus zelf",
      "Daarom is er niets gewijzigd. Open Leerlus op {address} en probeer het daar opnieuw.",
    ],
    "too-large": [
      "Dit is te groot om te versturen",
      "Er is niets bewaard. Verstuur minder in één keer: hoogstens {limit} MB.",
    ],
    compressed: ["Dit verzoek is samengeperst", "Er is niets bewaard. Leerlus leest alleen wat niet samengeperst is."],
    "long-address": ["Dit adres is te lang", "Maak je zoekvraag of selectie kleiner."],
    "not-found": ["Deze pagina bestaat niet", "Kijk het adres na, of ga terug naar het begin."],
    "wrong-method": ["Dit kan hier niet", "Ga terug naar het begin en probeer het vandaar."],
    busy: ["Het is nu erg druk", "Er is niets bewaard. Probeer het over enkele seconden opnieuw."],
    late: ["Dit duurt nu te lang", "Wacht enkele seconden. Stuurde je iets op? Kijk dan eerst of het er al staat."],
    starting: ["Leerlus start op", "Nog enkele seconden. Deze pagina probeert het zelf opnieuw."],
    leaving: [
      "Leerlus wordt even herstart",
      "Wat al bewaard was, blijft bewaard. Deze pagina probeert het zelf opnieuw.",
    ],
    elsewhere: [
      "Deze pagina staat op een ander adres",
      "Deze server draagt alleen het samen schrijven. Open Leerlus op {address}.",
    ],
    broken: ["Er ging iets mis bij ons", "Het is genoteerd. Probeer het opnieuw, of ga terug naar het begin."],
    home: ["Naar het begin", ""],
  },
  en: {
    "foreign-origin": [
      "This request did not come from Leerlus itself",
      "So nothing was changed. Open Leerlus at {address} and try again there.",
    ],
    "too-large": ["This is too large to send", "Nothing was saved. Send less at a time: at most {limit} MB."],
    compressed: ["This request is compressed", "Nothing was saved. Leerlus reads only what is not compressed."],
    "long-address": ["This address is too long", "Make your search or selection smaller."],
    "not-found": ["This page does not exist", "Check the address, or go back to the start."],
    "wrong-method": ["This cannot be done here", "Go back to the start and try from there."],
    busy: ["It is very busy right now", "Nothing was saved. Try again in a few seconds."],
    late: [
      "This takes too long right now",
      "Wait a few seconds. Did you send something? Then look first whether it is there.",
    ],
    starting: ["Leerlus is starting", "A few seconds more. This page tries again by itself."],
    leaving: ["Leerlus is restarting", "What was saved stays saved. This page tries again by itself."],
    elsewhere: [
      "This page is at another address",
      "This server only carries writing together. Open Leerlus at {address}.",
    ],
    broken: ["Something went wrong on our side", "It has been noted. Try again, or go back to the start."],
    home: ["To the start", ""],
  },
} as const satisfies Record<Language, Record<string, readonly [string, string]>>;

export type Situation = Exclude<keyof (typeof CATALOGUE)["nl"], "home">;

export function sayIn(language: Language, situation: Situation | "home", values: Record<string, string> = {}) {
  const [title, sentence] = CATALOGUE[language][situation];
  return { title, sentence: sentence.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "") };
}

/** Dutch, unless this person chose English: the same cookie that the pages read. */
export function languageOf(cookies: string | undefined): Language {
  return /(^|;\s*)language=en(;|$)/.test(cookies ?? "") ? "en" : "nl";
}
