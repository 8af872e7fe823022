import type { Language } from "#domain/people/words.ts";
import { en } from "./en.ts";
import type { MailCatalogue } from "./mails.ts";
import { nl } from "./nl.ts";

export type { MailCatalogue, MailParams, MailTemplate, MailWords } from "./mails.ts";

export const mailCatalogues: Record<Language, MailCatalogue> = { nl, en };
