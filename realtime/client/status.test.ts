import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PATIENCE_MS, type StatusFacts, statusOf } from "./status.ts";

const CALM: StatusFacts = {
  removed: false,
  joined: true,
  mayWrite: true,
  reload: false,
  pending: 0,
  waitingMs: 0,
  onDevice: true,
  stalled: false,
  refused: false,
};
const light = (facts: Partial<StatusFacts>) => statusOf({ ...CALM, ...facts });

describe("the light", () => {
  it("says saved when everything is acknowledged", () => expect(light({})).toBe("saved"));

  it("says saving while the server has not answered yet", () => expect(light({ pending: 1 })).toBe("saving"));

  it("names the problem when saving takes ten seconds", () => {
    expect(light({ pending: 1, waitingMs: PATIENCE_MS })).toBe("saved-on-device");
    expect(light({ pending: 1, waitingMs: PATIENCE_MS, onDevice: false })).toBe("not-saved");
  });

  it("says where the text is while the line is down", () => {
    expect(light({ joined: false, pending: 3 })).toBe("saved-on-device");
    expect(light({ joined: false, pending: 3, onDevice: false, waitingMs: PATIENCE_MS })).toBe("not-saved");
    expect(light({ joined: false })).toBe("connecting");
  });

  it("says where the text is as soon as the server says that it cannot save", () => {
    expect(light({ pending: 1, stalled: true })).toBe("saved-on-device");
  });

  it("says read-only to a reader, online and off", () => {
    expect(light({ mayWrite: false })).toBe("read-only");
    expect(light({ mayWrite: false, joined: false })).toBe("read-only");
  });

  it("does not hide text that is waiting behind read-only", () => {
    expect(light({ mayWrite: false, pending: 1 })).toBe("not-saved");
    expect(light({ mayWrite: false, pending: 1, reload: true })).toBe("saved-on-device");
  });

  it("never says saved, or that it will be, of what is not", () => {
    const facts = fc.record({
      removed: fc.constant(false),
      joined: fc.boolean(),
      mayWrite: fc.option(fc.boolean(), { nil: undefined }),
      reload: fc.boolean(),
      pending: fc.nat(3),
      waitingMs: fc.constantFrom(0, PATIENCE_MS - 1, PATIENCE_MS, 1e6),
      onDevice: fc.boolean(),
      stalled: fc.boolean(),
      refused: fc.boolean(),
    });
    fc.assert(
      fc.property(facts, (some) => {
        const status = statusOf(some);
        if (status === "saved") expect(some).toMatchObject({ pending: 0, refused: false, joined: true });
        if (status === "saved-on-device") expect(some.onDevice).toBe(true);
        if (status === "saving") expect(some.waitingMs).toBeLessThan(PATIENCE_MS);
        if (some.refused) expect(status).toBe("not-saved");
      }),
    );
  });
});
