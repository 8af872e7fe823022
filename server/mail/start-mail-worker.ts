import type { Services } from "#server/services.ts";
import type { Deliver } from "./mail-transport.ts";
import { sendWaitingMails } from "./send-waiting-mails.ts";

export interface MailWorker {
  /** Stops looking for mails, and waits for those that are leaving. */
  stop(): Promise<void>;
}

/** Looks for waiting mails every few seconds, one look at a time. It does not keep a process alive. */
export function startMailWorker(
  services: Pick<Services, "db" | "clock" | "log">,
  deliver: Deliver,
  { everyMs = 5_000 }: { everyMs?: number } = {},
): MailWorker {
  let looking: Promise<void> | null = null;
  const look = () => {
    looking ??= sendWaitingMails(services, deliver)
      .then(() => {})
      .catch((error: unknown) => services.log.error({ err: error }, "waiting mails could not be read"))
      .finally(() => {
        looking = null;
      });
  };
  const timer = setInterval(look, everyMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await looking;
    },
  };
}
