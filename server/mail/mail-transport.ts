import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Transporter } from "nodemailer";
import type { Mail } from "#db/mail/store.ts";

/** Hands one mail over; throws when that failed. Handing the same mail over twice must do no harm but a double. */
export type Deliver = (mail: Pick<Mail, "id" | "to" | "subject" | "text" | "html" | "writtenAt">) => Promise<void>;

export interface MailSettings {
  /** null: mails become files in `<dataFolder>/outbox`. */
  smtpUrl: string | null;
  mailFrom: string;
  dataFolder: string;
}

/** The mail server refused for good: trying again changes nothing. */
export class RefusedMail extends Error {
  override readonly name = "RefusedMail";
}

/** How mails leave this installation: by SMTP, or as files that somebody can open. */
export function mailTransport(settings: MailSettings): Deliver {
  return settings.smtpUrl
    ? bySmtp(settings.smtpUrl, settings)
    : toOutbox(join(settings.dataFolder, "outbox"), settings);
}

const ONE_ADDRESS = /^[^\s<>()\\,;:"[\]@]+@[^\s<>()\\,;:"[\]@]+$/;

function messageOf({ id, to, subject, text, html, writtenAt }: Parameters<Deliver>[0], { mailFrom }: MailSettings) {
  // Checked when it was typed; checked here again because a second recipient would hold somebody's key (T58).
  if (!ONE_ADDRESS.test(to)) throw new RefusedMail("the address is not one address");
  return {
    from: mailFrom,
    to: { name: "", address: to },
    subject,
    text,
    html,
    date: writtenAt,
    // The same for a second try, so that a mail program can see that it has this one already.
    messageId: `<${id}@leerlus>`,
    headers: { "Auto-Submitted": "auto-generated" },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** Read with the first mail: most starts are over long before one leaves. */
const mailer = () => import("nodemailer");

function bySmtp(smtpUrl: string, settings: MailSettings): Deliver {
  const options = { url: smtpUrl, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };
  let transport: Transporter | undefined;
  return async (mail) => {
    const message = messageOf(mail, settings);
    try {
      transport ??= (await mailer()).createTransport(options);
      await transport.sendMail(message);
    } catch (error) {
      const { responseCode = 0 } = error as { responseCode?: number };
      if (responseCode >= 500 && responseCode < 600) throw new RefusedMail(`the mail server answered ${responseCode}`);
      throw error;
    }
  };
}

function toOutbox(folder: string, settings: MailSettings): Deliver {
  return async (mail) => {
    const transport = (await mailer()).createTransport({ streamTransport: true, buffer: true, newline: "unix" });
    const { message } = await transport.sendMail(messageOf(mail, settings));
    // Only for who runs the installation: a mail can hold a link that opens an account.
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const name = `${mail.writtenAt.toISOString().replace(/[:.]/g, "-")}-${mail.id}.eml`;
    const unfinished = join(folder, `.${name}`);
    await writeFile(unfinished, message as Buffer, { mode: 0o600 });
    await rename(unfinished, join(folder, name));
  };
}
