import type { InitOptions } from "i18next";
import { everywhere } from "./namespaces.ts";

export const sharedOptions: InitOptions = {
  defaultNS: "common",
  fallbackNS: "common",
  // No fallback language: a test keeps the two catalogues equal, and a mixed page would hide a gap.
  fallbackLng: false,
  ns: [...everywhere],
  // React escapes; doing it twice shows &amp; to people.
  interpolation: { escapeValue: false },
  returnNull: false,
  initAsync: false,
  showSupportNotice: false,
};
