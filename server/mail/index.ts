export { type Deliver, type MailSettings, mailTransport } from "./mail-transport.ts";
export { type QueuedMail, queueMail } from "./queue-mail.ts";
export { sendWaitingMails } from "./send-waiting-mails.ts";
export { type MailWorker, startMailWorker } from "./start-mail-worker.ts";
