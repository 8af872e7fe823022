/** The languages that the interface kit's own words stay in; those of the other thirty are left out of every bundle. */
export const interfaceLocales = ["nl-BE", "nl-NL", "en-GB", "en-US"];
