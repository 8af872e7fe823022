import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { admitUpdate, GATE_LIMITS, inspectUpdate } from "./index.ts";
import { bytesOf, hex, type UpdateWriter } from "./testing/update-bytes.ts";

const ANNA = 7001;
const MALLORY = 7002;
const room = {
  clockOf: (client: number) => (client === ANNA ? 12 : client === MALLORY ? 3 : 0),
  ownerOf: (client: number) => (client === ANNA ? "anna" : client === MALLORY ? "mallory" : undefined),
};

/** What becomes of bytes that Mallory sends. */
function verdict(bytes: Uint8Array): string {
  const inspection = inspectUpdate(bytes);
  if (!inspection.ok) return inspection.code;
  const admission = admitUpdate(inspection.facts, room, "mallory");
  return admission.ok ? "ok" : admission.code;
}

const oneBlock = (client: number, clock: number, structs: number, write: (to: UpdateWriter) => void) =>
  bytesOf((to) => {
    to.uints(1, structs, client, clock);
    write(to);
    to.uints(0);
  });

describe("T11 and T12: clocks", () => {
  it("refuses a tombstone of a thousand million on a colleague's client id", () => {
    expect(verdict(oneBlock(ANNA, 12, 1, (to) => to.uints(0, 1e9)))).toBe("INVALID_UPDATE");
  });

  it("refuses even one tick on a colleague's client id", () => {
    expect(verdict(oneBlock(ANNA, 12, 1, (to) => to.uints(0, 1)))).toBe("FOREIGN_CLIENT");
  });

  it.each([Number.MAX_SAFE_INTEGER, 1e15, 2 ** 32, 2 ** 31, GATE_LIMITS.advance + 1])(
    "refuses a jump of %d on one's own client id",
    (length) => {
      expect(verdict(oneBlock(MALLORY, 3, 1, (to) => to.uints(0, length)))).toBe("INVALID_UPDATE");
      expect(verdict(oneBlock(MALLORY, 3, 1, (to) => to.byte(0x81).uints(ANNA, 1, length)))).toBe("INVALID_UPDATE");
    },
  );

  it("refuses a start that would pass the last clock", () => {
    expect(verdict(oneBlock(MALLORY, 1e9 - 1, 1, (to) => to.uints(0, 1)))).toBe("INVALID_UPDATE");
  });

  it("accepts a tombstone that continues one's own client id within bounds: text typed and deleted offline", () => {
    expect(verdict(oneBlock(MALLORY, 3, 1, (to) => to.uints(0, 400)))).toBe("ok");
  });

  it("refuses content for clocks that are already known: it could say something else", () => {
    expect(verdict(oneBlock(MALLORY, 2, 1, (to) => to.textAfter(ANNA, 1, "abc")))).toBe("CLOCK_GAP");
  });

  it("refuses content under a client id that the server wrote with", () => {
    const seeded = { clockOf: () => 40, ownerOf: () => undefined };
    const inspection = inspectUpdate(oneBlock(9, 40, 1, (to) => to.textAfter(9, 39)));
    expect(inspection.ok && admitUpdate(inspection.facts, seeded, "mallory")).toMatchObject({ code: "FOREIGN_CLIENT" });
  });
});

describe("T13 and T14: lies about counts", () => {
  it("refuses the 7-byte claim of 33 million structs", () => {
    expect(verdict(hex("01 ff ff ff 0f 07 00"))).toBe("INVALID_UPDATE");
  });

  it.each([
    [
      "the V1 merge",
      "e4 9c 10 00 05 ff ff 05 00 01 00 00 00 01 01 00 00 00 ed 00 00 00 01 01 00 fe b8 c2 e9 ad 87 d9 12 00 00 01 01 ff ed f6",
    ],
    ["the V2 merge", "00 01 00 00 00 00 01 00 01 00 01 02 00 00 16 02 00 00 01 fd ff ff ff ff 7f 00 00"],
    [
      "the V2 apply",
      "00 01 23 00 00 00 01 02 81 00 00 10 00 c7 dc 00 c4 7a 80 00 41 ab ea d6 00 01 00 00 01 00 00 84 00 00 10 ff c7 dc ff 00 00 00",
    ],
  ])("refuses the bytes that keep %s busy for over 20 seconds", (_what, dump) => {
    expect(verdict(hex(dump))).toBe("INVALID_UPDATE");
  });

  it("refuses counts of deletions, clients, values and entries that the bytes cannot hold", () => {
    expect(verdict(bytesOf((to) => to.uints(0, 1, ANNA, 2 ** 40, 1, 1)))).toBe("INVALID_UPDATE");
    expect(verdict(bytesOf((to) => to.uints(0, 2 ** 40, ANNA, 1, 1, 1)))).toBe("INVALID_UPDATE");
    expect(verdict(oneBlock(MALLORY, 3, 1, (to) => to.byte(0x88).uints(ANNA, 1, 2 ** 40)))).toBe("INVALID_UPDATE");
    expect(
      verdict(
        oneBlock(MALLORY, 3, 1, (to) =>
          to
            .byte(0x88)
            .uints(ANNA, 1, 1)
            .byte(118)
            .uints(2 ** 40),
        ),
      ),
    ).toBe("INVALID_UPDATE");
  });
});

describe("T15: pending floods", () => {
  it("refuses a struct that starts past what is known", () => {
    expect(verdict(oneBlock(555, 10, 1, (to) => to.textAfter(ANNA, 1)))).toBe("CLOCK_GAP");
  });

  it("refuses neighbours, parents and deletions that nobody has", () => {
    expect(verdict(oneBlock(MALLORY, 3, 1, (to) => to.textAfter(ANNA, 12)))).toBe("CLOCK_GAP");
    expect(verdict(oneBlock(MALLORY, 3, 1, (to) => to.childElement(31337, 0)))).toBe("CLOCK_GAP");
    expect(verdict(bytesOf((to) => to.uints(0, 1, ANNA, 1, 11, 2)))).toBe("CLOCK_GAP");
  });

  it("refuses a struct that refers to itself or to what comes after it", () => {
    expect(verdict(oneBlock(MALLORY, 3, 1, (to) => to.textAfter(MALLORY, 3)))).toBe("INVALID_UPDATE");
    expect(verdict(oneBlock(MALLORY, 3, 1, (to) => to.textAfter(MALLORY, 900)))).toBe("INVALID_UPDATE");
  });

  it("refuses two client ids that wait for each other", () => {
    const circle = bytesOf((to) => {
      to.uints(2, 1, 20, 0).textAfter(10, 0);
      to.uints(1, 10, 0).textAfter(20, 0);
      to.uints(0);
    });
    expect(inspectUpdate(circle)).toMatchObject({ code: "INVALID_UPDATE", why: "refers in a circle" });
  });

  it("accepts two client ids that lean on each other in turns", () => {
    const turns = bytesOf((to) => {
      to.uints(2, 2, 20, 0).textAfter(10, 0).textAfter(10, 1);
      to.uints(2, 10, 0).rootElement().textAfter(20, 0);
      to.uints(0);
    });
    expect(inspectUpdate(turns)).toMatchObject({ ok: true });
  });
});

describe("T16: nesting", () => {
  const nested = (levels: number) =>
    oneBlock(MALLORY, 3, levels, (to) => {
      to.rootElement();
      for (let level = 1; level < levels; level++) to.childElement(MALLORY, 2 + level);
    });
  /** Every second element sits beside an element that sits inside the last one. */
  const nestedBesideEachOther = (levels: number) =>
    oneBlock(MALLORY, 3, 2 * levels, (to) => {
      for (let level = 0, clock = 3; level < levels; level++, clock += 2) {
        if (level === 0) to.rootElement();
        else to.childElement(MALLORY, clock - 1);
        to.byte(0x87).uints(MALLORY, clock, 3).text("x");
      }
    });
  /** Two client ids take turns going deeper. */
  const nestedInTurns = (levels: number) =>
    bytesOf((to) => {
      to.uints(2, levels, 20, 0);
      for (let level = 0; level < levels; level++) to.childElement(10, level);
      to.uints(levels, 10, 0).rootElement();
      for (let level = 1; level < levels; level++) to.childElement(20, level - 1);
      to.uints(0);
    });

  it.each([5000, 1000, 65])("refuses %d elements inside each other", (levels) => {
    expect(verdict(nested(levels))).toBe("INVALID_UPDATE");
    expect(verdict(nestedBesideEachOther(levels))).toBe("INVALID_UPDATE");
    expect(verdict(nestedInTurns(levels))).toBe("INVALID_UPDATE");
  });

  it("accepts 64 levels", () => {
    expect(verdict(nested(64))).toBe("ok");
    expect(verdict(nestedBesideEachOther(64))).toBe("ok");
    expect(inspectUpdate(nestedInTurns(32)).ok).toBe(true);
  });

  it("refuses values and marks that nest without end", () => {
    const value = "[".repeat(5000) + "]".repeat(5000);
    const mark = oneBlock(MALLORY, 3, 1, (to) => to.byte(0x86).uints(ANNA, 1).text("link").text(value));
    expect(verdict(mark)).toBe("INVALID_UPDATE");
    const attribute = oneBlock(MALLORY, 3, 1, (to) => {
      to.byte(0x88).uints(ANNA, 1, 1);
      for (let level = 0; level < 5000; level++) to.byte(117).uints(1);
      to.byte(126);
    });
    expect(verdict(attribute)).toBe("INVALID_UPDATE");
  });
});

describe("T17 and T18: roots and client ids", () => {
  const rooted = (name: string) =>
    oneBlock(MALLORY, 3, 1, (to) => to.byte(0x07).uints(1).text(name).uints(3).text("paragraph"));

  it("accepts the one root and no other", () => {
    expect(verdict(rooted("content"))).toBe("ok");
    for (const name of ["Content", "contents", "default", "prosemirror", "", "__proto__"])
      expect(verdict(rooted(name))).toBe("INVALID_UPDATE");
  });

  it("refuses a flood of 50,000 roots whole", () => {
    const flood = oneBlock(MALLORY, 3, 50_000, (to) => {
      for (let i = 0; i < 50_000; i++) to.byte(0x04).uints(1).text(`r${i}`).text("x");
    });
    expect(verdict(flood)).toBe("TOO_BIG");
    expect(inspectUpdate(flood, { ...GATE_LIMITS, bytes: 1e6, structs: 1e6 })).toMatchObject({ why: "unknown root" });
  });

  it("refuses text, texts and attributes directly under the root, which break the editor's binding", () => {
    for (const write of [
      (to: UpdateWriter) => to.byte(0x04).uints(1).text("content").text("a"),
      (to: UpdateWriter) => to.byte(0x07).uints(1).text("content").uints(6),
      (to: UpdateWriter) => to.byte(0x28).uints(1).text("content").text("onload").uints(1).any("x"),
    ])
      expect(verdict(oneBlock(MALLORY, 3, 1, write))).toBe("INVALID_UPDATE");
  });

  it("refuses an update with 20,000 client ids, one twice, or out of order", () => {
    const many = (ids: number[]) =>
      bytesOf((to) => {
        to.uints(ids.length);
        for (const id of ids) to.uints(1, id, 0).rootElement("x");
        to.uints(0);
      });
    const ids = Array.from({ length: 20_000 }, (_, index) => 30_000 - index);
    expect(verdict(many(ids))).toBe("TOO_BIG");
    expect(verdict(many([5, 5]))).toBe("INVALID_UPDATE");
    expect(verdict(many([5, 6]))).toBe("INVALID_UPDATE");
    expect(verdict(many([2 ** 32, 6]))).toBe("INVALID_UPDATE");
    expect(verdict(many([6, 5]))).toBe("ok");
  });
});

describe("T20: names that are not only names", () => {
  const names = ["__proto__", "constructor", "prototype", "toString"];
  const attributeOf = (write: (to: UpdateWriter) => void) =>
    oneBlock(MALLORY, 3, 1, (to) => write(to.byte(0x88).uints(ANNA, 1, 1)));

  it.each(names)("refuses %s as attribute, mark, element and key", (name) => {
    const attribute = oneBlock(MALLORY, 3, 1, (to) => to.byte(0x28).uints(0, ANNA, 1).text(name).uints(1).any("x"));
    const mark = oneBlock(MALLORY, 3, 1, (to) => to.byte(0x86).uints(ANNA, 1).text(name).text("true"));
    const element = oneBlock(MALLORY, 3, 1, (to) => to.rootElement(name));
    const key = attributeOf((to) => to.byte(117).uints(1).byte(118).uints(1).text(name).any(true));
    const json = oneBlock(MALLORY, 3, 1, (to) => to.byte(0x86).uints(ANNA, 1).text("a").text(`{"a":[{"${name}":1}]}`));
    for (const bytes of [attribute, mark, element, key, json]) expect(verdict(bytes)).toBe("INVALID_UPDATE");
  });

  it("refuses a forbidden key that hides behind an escape", () => {
    const json = oneBlock(MALLORY, 3, 1, (to) =>
      to.byte(0x86).uints(ANNA, 1).text("a").text('{"\\u005f_proto__":{"isAdmin":true}}'),
    );
    expect(verdict(json)).toBe("INVALID_UPDATE");
  });

  it("accepts them as text, and as values", () => {
    expect(verdict(oneBlock(MALLORY, 3, 1, (to) => to.textAfter(ANNA, 1, "__proto__")))).toBe("ok");
    expect(verdict(attributeOf((to) => to.any({ a: ["__proto__"] })))).toBe("ok");
  });
});

describe("T21 and T23: sizes, shapes and other formats", () => {
  it("refuses more than its limit of bytes, and accepts what is just under it", () => {
    const letters = (count: number) => oneBlock(MALLORY, 3, 1, (to) => to.textAfter(ANNA, 1, "a".repeat(count)));
    expect(verdict(letters(256 * 1024))).toBe("TOO_BIG");
    expect(verdict(letters(256 * 1024 - 64))).toBe("ok");
  });

  it("refuses V2 updates", () => {
    const doc = new Y.Doc();
    const element = new Y.XmlElement("paragraph");
    element.insert(0, [new Y.XmlText("samen lezen")]);
    doc.getXmlFragment("content").insert(0, [element]);
    expect(verdict(Y.encodeStateAsUpdateV2(doc))).toBe("INVALID_UPDATE");
    element.delete(0, 1);
    expect(verdict(Y.encodeStateAsUpdateV2(doc))).toBe("INVALID_UPDATE");
    expect(verdict(Y.encodeStateAsUpdateV2(new Y.Doc()))).toBe("INVALID_UPDATE");
  });

  it("refuses an update of another document", () => {
    expect(verdict(oneBlock(MALLORY, 0, 1, (to) => to.rootElement()))).toBe("CLOCK_GAP");
    expect(verdict(bytesOf((to) => to.uints(0, 1, 4711, 1, 0, 5)))).toBe("CLOCK_GAP");
  });

  it("refuses every content kind that the editor does not make", () => {
    const honest = (kind: number) => (to: UpdateWriter) => to.byte(0x80 | kind).uints(ANNA, 1);
    const attempts: ((to: UpdateWriter) => void)[] = [
      (to) => honest(2)(to).uints(1).text("{}"),
      (to) => honest(3)(to).uints(1, 65),
      (to) => honest(5)(to).text("{}"),
      (to) => honest(9)(to).text("guid").any({ autoLoad: true }),
      (to) => to.byte(10).uints(5),
      (to) => honest(10)(to).uints(5),
      (to) => honest(11)(to).uints(5),
      (to) => honest(31)(to).uints(5),
      (to) => to.byte(0x80).uints(5),
    ];
    for (const type of [0, 1, 2, 4, 5, 7]) attempts.push((to) => honest(7)(to).uints(type).text("x"));
    for (const value of [7n, new Uint8Array(3)]) attempts.push((to) => honest(8)(to).uints(1).any(value));
    for (const write of attempts) expect(verdict(oneBlock(MALLORY, 3, 1, write))).toBe("INVALID_UPDATE");
  });

  it("refuses what has no length", () => {
    const attempts: ((to: UpdateWriter) => void)[] = [
      (to) => to.uints(0, 0),
      (to) => to.textAfter(ANNA, 1, ""),
      (to) => to.byte(0x81).uints(ANNA, 1, 0),
      (to) => to.byte(0x88).uints(ANNA, 1, 0),
    ];
    for (const write of attempts) expect(verdict(oneBlock(MALLORY, 3, 1, write))).toBe("INVALID_UPDATE");
    expect(verdict(bytesOf((to) => to.uints(1, 0, MALLORY, 3, 0, 0)))).toBe("INVALID_UPDATE");
    expect(verdict(bytesOf((to) => to.uints(0, 1, ANNA, 1, 3, 0)))).toBe("INVALID_UPDATE");
    expect(verdict(bytesOf((to) => to.uints(0, 1, ANNA, 0, 0)))).toBe("INVALID_UPDATE");
  });

  it("refuses text that is not UTF-8", () => {
    const broken = [
      "80",
      "c0 80",
      "c1 bf",
      "c3",
      "e0 9f bf",
      "e2 82",
      "ed a0 80",
      "f0 8f bf bf",
      "f4 90 80 80",
      "f5 80 80 80",
      "ff",
    ];
    for (const dump of broken) {
      const letters = hex(dump);
      const bytes = oneBlock(MALLORY, 3, 1, (to) => {
        to.byte(0x84).uints(ANNA, 1, letters.length);
        for (const byte of letters) to.byte(byte);
      });
      expect(verdict(bytes), dump).toBe("INVALID_UPDATE");
    }
  });

  it("refuses numbers that are longer than they need to be or wider than 53 bits", () => {
    expect(verdict(hex("80 00 00"))).toBe("INVALID_UPDATE");
    expect(verdict(hex("00 ff ff ff ff ff ff ff 10"))).toBe("INVALID_UPDATE");
    expect(verdict(hex("00 ff ff ff ff ff ff ff ff ff ff ff 01"))).toBe("INVALID_UPDATE");
  });

  it("refuses bytes after the end and every truncation", () => {
    const whole = oneBlock(MALLORY, 3, 2, (to) => to.textAfter(ANNA, 1, "héé").textAfter(MALLORY, 5, "👍"));
    expect(verdict(whole)).toBe("ok");
    expect(verdict(Uint8Array.of(...whole, 0))).toBe("INVALID_UPDATE");
    for (let length = 0; length < whole.length; length++)
      expect(verdict(whole.slice(0, length))).toBe("INVALID_UPDATE");
  });

  it("refuses deletions that overlap or run backwards", () => {
    expect(verdict(bytesOf((to) => to.uints(0, 1, ANNA, 2, 0, 5, 4, 2)))).toBe("INVALID_UPDATE");
    expect(verdict(bytesOf((to) => to.uints(0, 1, ANNA, 2, 5, 1, 0, 2)))).toBe("INVALID_UPDATE");
    expect(verdict(bytesOf((to) => to.uints(0, 1, ANNA, 2, 0, 5, 5, 2)))).toBe("ok");
  });

  it("accepts an update with nothing in it", () => {
    expect(verdict(hex("00 00"))).toBe("ok");
  });
});
