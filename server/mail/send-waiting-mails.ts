import { giveUpOn, leaseDueMails, type Mail, noteSent, tryLater } from "#db/mail/store.ts";
import type { Services } from "#server/services.ts";
import { type Deliver, RefusedMail } from "./mail-transport.ts";

type MailServices = Pick<Services, "db" | "clock" | "log">;

/**
 * For one mail, taken when its turn comes, so that no other worker sends what this one has in hand. A mail server that
 * lets each of its dozen answers take as long as `mail-transport.ts` allows is done in seven minutes.
 */
const LEASE_MINUTES = 10;
/** After each failure, in minutes; after the last one the mail is given up. */
const WAITS_MINUTES = [1, 5, 15, 60, 180, 720];

const minutesAfter = (from: Date, minutes: number) => new Date(from.getTime() + minutes * 60_000);

/**
 * Sends what waits. Any number of workers may do so at once. A mail leaves at least once: a worker that is killed
 * between handing over and noting it makes a double, which is better than none.
 *
 * @returns how many left.
 */
export async function sendWaitingMails(services: MailServices, deliver: Deliver): Promise<number> {
  let sent = 0;
  for (;;) {
    const now = services.clock();
    const [mail] = await leaseDueMails(services.db, now, minutesAfter(now, LEASE_MINUTES), 1);
    if (!mail) return sent;
    if (await sendOne(services, deliver, mail)) sent += 1;
  }
}

async function sendOne({ db, clock, log }: MailServices, deliver: Deliver, mail: Mail): Promise<boolean> {
  try {
    await deliver(mail);
  } catch (error) {
    const wait = WAITS_MINUTES[mail.attempts - 1];
    const final = error instanceof RefusedMail || wait === undefined;
    // Not the error itself: the words of a mail server repeat the address.
    const { name, code, responseCode } = error as { name?: string; code?: string; responseCode?: number };
    log.warn({ mailId: mail.id, attempts: mail.attempts, final, name, code, responseCode }, "a mail did not leave");
    if (final) await giveUpOn(db, mail.id, clock());
    else await tryLater(db, mail.id, minutesAfter(clock(), wait));
    return false;
  }
  await noteSent(db, mail.id, clock());
  return true;
}
