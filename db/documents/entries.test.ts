import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeEntries, type Entry, encodeEntries } from "./entries.ts";

const person = fc.constantFrom("0198c1aa-0000-7000-8000-000000000001", "0198c1aa-0000-7000-8000-000000000002");
const entry: fc.Arbitrary<Entry> = fc.record({
  personId: fc.option(person),
  sent: fc.option(fc.record({ sessionId: fc.uuid(), sequence: fc.integer({ min: 1, max: 2 ** 40 }) })),
  update: fc.uint8Array({ maxLength: 300 }),
});

describe("the entries of a row", () => {
  test("come back as they went in", () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 20 }), (entries) => {
        const decoded = decodeEntries(encodeEntries(entries));
        expect(decoded.map(plain)).toEqual(entries.map(plain));
      }),
    );
  });

  test("name each person once", () => {
    const [one, two] = fc.sample(person, 2) as [string, string];
    const entries = [one, two, one].map((personId) => ({ personId, sent: null, update: Uint8Array.of(0, 0) }));
    expect(encodeEntries(entries).personIds).toEqual([...new Set([one, two])]);
  });

  test("are refused whole when anything of them is missing", () => {
    const encoded = encodeEntries(fc.sample(entry, { numRuns: 5, seed: 7 }));
    for (let cut = 1; cut < encoded.bytes.length; cut++) {
      try {
        const fewer = decodeEntries({ ...encoded, bytes: encoded.bytes.subarray(0, cut) });
        expect(fewer.length).toBeLessThan(5);
      } catch (error) {
        expect(String(error)).toContain("cut off");
      }
    }
    expect(() => decodeEntries({ personIds: [], bytes: Uint8Array.of(1, 0, 0) })).toThrow("an author");
  });
});

const plain = ({ update, ...rest }: Entry) => ({ ...rest, update: [...update] });
