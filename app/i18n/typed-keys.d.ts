import "i18next";
import type messages from "../messages/nl/index.ts";

// Dutch is the measure: a key that it does not have does not compile.
declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    resources: typeof messages;
    returnNull: false;
  }
}
