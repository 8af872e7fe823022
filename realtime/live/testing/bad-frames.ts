import * as Y from "yjs";
import { editAtRandom, randomFrom } from "../../documents/gate/testing/random-document.ts";
import { bytesOf } from "../../documents/gate/testing/update-bytes.ts";
import { writeClientUpdate, writeFrame } from "../../wire/frames.ts";
import { webSocketFrame } from "./hostile-line.ts";

type Pick = (below: number) => number;

/** What a frame leans on to get as far as it can: a real place in a real document. */
export interface Foothold {
  slot: number;
  sequence: number;
  /** Client ids of others, with their clocks. */
  others: readonly (readonly [client: number, clock: number])[];
}

/** Frames of the three kinds of hostile.md T10, as bytes for the network. The seed says which. */
export const KINDS = ["mutated", "yjs-aware", "engine"] as const;
export type Kind = (typeof KINDS)[number];

export function badFrame(kind: Kind, foothold: Foothold, pick: Pick): Buffer {
  switch (kind) {
    case "mutated":
      return pick(40) === 0 ? webSocketFrame(2, mutate(honest(foothold, pick), pick)) : update(foothold, mutated(pick));
    case "yjs-aware":
      return update(foothold, hostileUpdate(foothold, pick));
    case "engine":
      return engineFrame(foothold, pick);
  }
}

const update = ({ slot, sequence }: Foothold, bytes: Uint8Array) =>
  webSocketFrame(2, writeClientUpdate(slot, sequence, bytes));
const honest = ({ slot, sequence }: Foothold, pick: Pick) =>
  writeClientUpdate(slot, sequence, HONEST[pick(HONEST.length)]!);
const mutated = (pick: Pick) => mutate(HONEST[pick(HONEST.length)]!, pick);

/** Updates of an editor, made once: single steps and whole states. */
const HONEST: Uint8Array[] = [];
{
  const pick = randomFrom(11);
  for (let index = 0; index < 40; index++) {
    const doc = new Y.Doc();
    doc.on("update", (bytes: Uint8Array) => HONEST.push(bytes));
    for (let step = 0; step < 8; step++) editAtRandom(doc, pick);
    HONEST.push(Y.encodeStateAsUpdate(doc));
  }
}

function mutate(bytes: Uint8Array, pick: Pick): Uint8Array {
  const changed = Uint8Array.from(bytes);
  for (let times = 1 + pick(3); times > 0 && changed.length > 0; times--)
    changed[pick(changed.length)] = pick(3) === 0 ? 0xff : pick(256);
  return pick(5) === 0 ? changed.subarray(0, pick(changed.length + 1)) : changed;
}

const HUGE = [1e9, 2 ** 31, 2 ** 32, 1e15, 2 ** 53 - 1];

/** Well-formed as far as it goes, and each a known way to hurt Yjs (T11 to T18, T20). */
function hostileUpdate({ others }: Foothold, pick: Pick): Uint8Array {
  const client = 1 + pick(2 ** 31);
  const huge = HUGE[pick(HUGE.length)]!;
  const [other, clock] = others[pick(others.length)] ?? [7, 0];
  return bytesOf((to) => {
    switch (pick(10)) {
      case 0:
        return to.uints(1, 1, other, clock, 0, huge, 0);
      case 1:
        return to.uints(1, 1, client, 0, 0, huge, 0);
      case 2:
        return to.uints(1, huge, 7, 0);
      case 3:
        return to.uints(huge, 1, client, 0);
      case 4:
        return to
          .uints(1, 1, client, 10 + pick(1e6))
          .textAfter(client, 9)
          .uints(0);
      case 5: {
        const levels = 65 + pick(400);
        to.uints(1, levels, client, 0).rootElement();
        for (let level = 1; level < levels; level++) to.childElement(client, level - 1);
        return to.uints(0);
      }
      case 6:
        return to
          .uints(1, 1, client, 0)
          .byte(0x07)
          .uints(1)
          .text(`root ${pick(1e6)}`)
          .uints(3)
          .text("p")
          .uints(0);
      case 7:
        return to.uints(1, 2, client, 0).rootElement().byte(0x28).uints(0, client, 0).text("__proto__").uints(1).any(1);
      case 8:
        return to.uints(0, 1, other, 1, 0, huge);
      default:
        return to.uints(1, 1, client, 0).textAfter(other, huge).uints(0);
    }
  });
}

const TEXTS = [
  "",
  "0",
  "1",
  "2probe",
  "3",
  "4",
  "40",
  "41",
  "42",
  "5",
  "6",
  "b4AAAA",
  '40{"protocol":1}',
  '42["disconnect"]',
  '42["frame",{}]',
  '42["join"]',
  '420["join",{}]',
  '42["leave",null]',
  '42["unwatch",{"topics":[1]}]',
  '42["__proto__"]',
  '43["x"]',
  '4299999999999999999999["check"]',
  '451-["x",{"_placeholder":true,"num":0}]',
  '4511-["x"]',
  '451000000000-["x"]',
  "4[[[[[[[[",
  '42["watch",{"topics":[""]}]',
];

/** Packets and WebSocket frames that no client library sends. Many of them end the line. */
function engineFrame({ slot }: Foothold, pick: Pick): Buffer {
  switch (pick(8)) {
    case 0:
      return webSocketFrame(2, Uint8Array.of(0, pick(256), pick(256), pick(256)));
    case 1:
      return webSocketFrame(
        2,
        Uint8Array.from({ length: pick(40) }, () => pick(256)),
      );
    case 2:
      return webSocketFrame(1, Uint8Array.of(0x34, 0x32, 0xff, 0xfe));
    case 3:
      return Buffer.from(Array.from({ length: 2 + pick(30) }, () => pick(256)));
    case 4:
      return webSocketFrame(pick(16), Buffer.from("2"));
    case 5:
      return webSocketFrame(2, writeFrame(slot, pick(8), Buffer.from(TEXTS[pick(TEXTS.length)]!)));
    case 6:
      return webSocketFrame(1, mutate(Buffer.from(TEXTS[pick(TEXTS.length)] || "4"), pick));
    default:
      return webSocketFrame(1, Buffer.from(TEXTS[pick(TEXTS.length)]!));
  }
}
