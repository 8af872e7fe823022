import { type Device, memoryDevice } from "#realtime/client/index.ts";
import { contentHash } from "#realtime/wire/content-hash.ts";
import { Typist } from "#tests/support/typist.ts";
import type { LaptopState, Order } from "./laptop.ts";

/** The process behind `Laptop`: one page, and a device that outlives it. Answers every order with how things stand. */
const device: Device = memoryDevice();
const words: string[] = [];
let typist: Typist | undefined;
let losses = 0;

async function open({ name, documentId, reach }: Extract<Order, { do: "open" }>): Promise<void> {
  await typist?.close();
  const page = new Typist(name, documentId, { ...reach, storage: device });
  typist = page;
  let wasOnline = false;
  page.connection.onStatus((status) => {
    if (wasOnline && status !== "online") losses++;
    wasOnline = status === "online";
  });
  await page.document.synced;
}

function state(): LaptopState {
  if (typist === undefined) throw new Error("no page is open");
  typist.settle();
  const { connection, document, saved } = typist;
  return {
    line: connection.status,
    status: document.status,
    losses,
    words,
    saved: [...saved],
    hash: contentHash(document.doc),
  };
}

process.on("message", async (order: Order) => {
  if (order.do === "open") await open(order);
  else if (order.do === "type") words.push(typist?.typeForGood() ?? "");
  else if (order.do === "set clock") process.env.CLOCK_SKEW_MS = String(order.aheadMs);
  process.send?.(state());
});
process.once("disconnect", () => process.exit());
