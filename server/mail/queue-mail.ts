import type { MailParams, MailTemplate } from "#content/mails/index.ts";
import { newId } from "#db/ids.ts";
import { insertMail } from "#db/mail/store.ts";
import type { Language } from "#domain/people/words.ts";
import type { Writing } from "#server/context.ts";
import { renderMail } from "./render-mail.ts";

/** A mail to write: to one address, in one language. */
export type QueuedMail = {
  [Template in MailTemplate]: { to: string; language: Language; template: Template; params: MailParams[Template] };
}[MailTemplate];

/**
 * Writes a mail in the transaction that causes it; a worker sends it after the commit, or never when it fails. With an
 * id of its own choice the caller finds the mail again: that of an invitation carries the invitation's.
 */
export async function queueMail(
  tx: Pick<Writing, "db" | "clock" | "publicUrl">,
  mail: QueuedMail,
  id = newId(),
): Promise<void> {
  const { to, language, template, params } = mail;
  const now = tx.clock();
  const site = new URL(tx.publicUrl).host;
  await insertMail(tx.db, {
    id,
    to,
    ...renderMail(template, params, language, site),
    writtenAt: now,
    nextAttemptAt: now,
  });
}
