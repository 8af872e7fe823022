import { deflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import type { Snapshot } from "#db/documents/stored.ts";
import { editAtRandom, randomFrom } from "./gate/testing/random-document.ts";
import { soundSnapshot } from "./sound-log.ts";

function snapshot(): Snapshot {
  const document = new Y.Doc();
  document.clientID = 7;
  const pick = randomFrom(4);
  for (let step = 0; step < 200; step++) editAtRandom(document, pick);
  return {
    seq: 9,
    state: Y.encodeStateAsUpdate(document),
    vector: Y.encodeStateVector(document),
    packed: deflateRawSync(Y.encodeStateAsUpdateV2(document)),
    intact: null,
  };
}

function textOf(state: Uint8Array): string {
  const document = new Y.Doc();
  Y.applyUpdate(document, state);
  return document.getXmlFragment("content").toString();
}

const whole = snapshot();
const text = textOf(whole.state);

const damages: [string, (bytes: Uint8Array) => Uint8Array][] = [
  ["cut in half", (bytes) => bytes.slice(0, bytes.length / 2)],
  ["cut off at the end", (bytes) => bytes.slice(0, -1)],
  ["empty", () => new Uint8Array(0)],
  ["zeros", (bytes) => new Uint8Array(bytes.length)],
  ["overwritten at the beginning", (bytes) => Uint8Array.from(bytes, (byte, at) => (at < 8 ? 255 : byte))],
];

test("a snapshot that nothing is wrong with is taken as it is", () => {
  expect(soundSnapshot(whole)).toBe(whole);
});

describe.each(damages)("bytes that are %s", (_how, damage) => {
  test("in the state are given back by the packed copy", () => {
    const mended = soundSnapshot({ ...whole, state: damage(whole.state) });
    expect(textOf(mended!.state)).toBe(text);
    expect(mended!.vector).toEqual(whole.vector);
  });

  test("in the vector are given back by the state", () => {
    const mended = soundSnapshot({ ...whole, vector: damage(whole.vector) });
    expect(Y.decodeStateVector(mended!.vector)).toEqual(Y.decodeStateVector(whole.vector));
    expect(mended!.state).toBe(whole.state);
  });

  test("in the state and its copy leave nothing to show", () => {
    expect(soundSnapshot({ ...whole, state: damage(whole.state), packed: damage(whole.packed!) })).toBeNull();
    expect(soundSnapshot({ ...whole, state: damage(whole.state), packed: null })).toBeNull();
  });
});

describe("with digests", () => {
  const intact = { state: true, vector: true, packed: true };

  test("what is as it was written is not looked at, however long it is", () => {
    const any = { ...whole, state: Uint8Array.of(1, 2, 3), intact };
    expect(soundSnapshot(any)).toBe(any);
  });

  test("a single bit is noticed that leaves a readable state, and the copy gives it back", () => {
    const state = Uint8Array.from(whole.state);
    const at = Buffer.from(state).lastIndexOf("a");
    state[at]! ^= 1;
    expect(textOf(state)).not.toBe(text);
    expect(soundSnapshot({ ...whole, state })?.state).toBe(state);
    const mended = soundSnapshot({ ...whole, state, intact: { ...intact, state: false } });
    expect(textOf(mended!.state)).toBe(text);
  });

  test("a damaged copy is sent to nobody, and a damaged vector follows from the state", () => {
    expect(soundSnapshot({ ...whole, intact: { ...intact, packed: false } })).toMatchObject({ packed: null });
    const vector = Uint8Array.of(9, 9);
    const mended = soundSnapshot({ ...whole, vector, intact: { ...intact, vector: false } });
    expect(Y.decodeStateVector(mended!.vector)).toEqual(Y.decodeStateVector(whole.vector));
  });

  test("of a state without a copy stays what can be read, as something else than what was kept", () => {
    const damaged = { ...whole, packed: null, intact: { ...intact, state: false } };
    expect(soundSnapshot(damaged)).toEqual(damaged);
    expect(soundSnapshot(damaged)).not.toBe(damaged);
    expect(soundSnapshot({ ...damaged, state: whole.state.slice(0, 20) })).toBeNull();
  });
});

test("any bit of a state may fall over: it is mended, or Yjs can apply what is left", () => {
  const pick = randomFrom(77);
  let mended = 0;
  for (let round = 0; round < 300; round++) {
    const state = Uint8Array.from(whole.state);
    state[pick(state.length)]! ^= 1 << pick(8);
    const sound = soundSnapshot({ ...whole, state });
    expect(() => Y.applyUpdate(new Y.Doc(), sound!.state)).not.toThrow();
    if (sound!.state !== state) {
      mended++;
      expect(textOf(sound!.state)).toBe(text);
    }
  }
  expect(mended).toBeGreaterThan(0);
});
