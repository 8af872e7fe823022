import { beforeEach, describe, expect, test } from "vitest";
import type * as Y from "yjs";
import type { Context } from "#server/context.ts";
import { shareDocument } from "#server/cycles/index.ts";
import { viewActivity, viewCycle } from "#server/workspace/index.ts";
import { add, refused, wipe, writingTeam } from "#tests/support/writing-team.ts";
import { keepMissingVersions, nameVersion, noteRemovals, restoreVersion, settleRemoval, viewVersion } from "./index.ts";

const LONG = "Elke maandag lezen de duo’s samen een tekst en daarna vertellen ze elkaar wat ze lazen. ".repeat(4);
const w = writingTeam();

describe("T19 a legal wipe", () => {
  beforeEach(async () => {
    await w.write("anna", add(LONG), 3);
    await w.write("bram", wipe);
  });

  test("is found with its author, also by a compaction that is first, and told to the team once", async () => {
    await w.compact();
    await Promise.all([noteRemovals(w.services), noteRemovals(w.services)]);
    await keepMissingVersions(w.services);
    expect(await w.reasons()).toEqual(["before-removal"]);
    const view = await viewCycle(w.as("rik"), w.cycleId, "nl");
    expect(view.stages.find(({ stage }) => stage === "need")?.document?.removal).toMatchObject({ by: "Bram Claes" });
    const { activity } = await viewActivity(w.as("anna"), w.cycleId);
    expect(activity.filter(({ type }) => type === "document.text-removed")).toMatchObject([{ by: "Bram Claes" }]);
  });

  test("is told to the team also when whoever did it was taken out of it first (N18)", async () => {
    await w.keep();
    await w.database.sql`
      update team_members set ended_at = now() where person_id = (select id from people where name = 'Bram Claes')`;
    try {
      await noteRemovals(w.services);
    } finally {
      await w.database.sql`update team_members set ended_at = null`;
    }
    const { activity } = await viewActivity(w.as("anna"), w.cycleId);
    expect(activity.filter(({ type }) => type === "document.text-removed")).toMatchObject([{ by: "Bram Claes" }]);
  });

  test("comes back in one go, with the marker that a colleague typed meanwhile", async () => {
    await w.write("anna", add("marker-van-Anna"));
    await w.keep();
    const [version] = await w.kept();
    await w.write("anna", add("marker-van-later"));
    await restoreVersion(w.as("rik"), { ...w.where, versionId: version!.id }).catch(() => {});
    expect(await w.text()).not.toContain("Elke maandag");
    await restoreVersion(w.as("anna"), { ...w.where, versionId: version!.id });
    for (const words of ["Elke maandag lezen", "marker-van-Anna", "marker-van-later"])
      expect(await w.text()).toContain(words);
    const view = await viewCycle(w.as("anna"), w.cycleId, "nl");
    expect(view.stages.find(({ stage }) => stage === "need")?.document?.removal).toBeNull();
    const { activity } = await viewActivity(w.as("anna"), w.cycleId);
    expect(activity[0]).toMatchObject({ type: "document.text-brought-back", by: "Anna Wouters" });
  });

  test("asks nothing any more once the text is back, or once the team says it is fine", async () => {
    await w.keep();
    const removal = async () =>
      (await viewCycle(w.as("anna"), w.cycleId, "nl")).stages.find(({ stage }) => stage === "need")?.document?.removal;
    const before = (await removal())!;
    expect(await refused(settleRemoval(w.as("rik"), { ...w.where, versionId: before.versionId }))).toBe("forbidden");
    for (const _twice of [1, 2]) await settleRemoval(w.as("anna"), { ...w.where, versionId: before.versionId });
    expect(await removal()).toBeNull();
    const accepted = (await viewActivity(w.as("bram"), w.cycleId)).activity.filter(
      ({ type }) => type === "document.removal-accepted",
    );
    expect(accepted).toMatchObject([{ by: "Anna Wouters", data: { stage: "need", versionId: before.versionId } }]);

    await w.write("anna", add(LONG));
    await w.write("bram", wipe);
    await w.keep();
    expect(await removal()).not.toBeNull();
    await w.write("bram", add(LONG));
    await w.keep();
    expect(await removal()).toBeNull();
  });

  test("is nothing to the coach, who hears of it only from the activity of a shared text", async () => {
    await shareDocument(w.as("anna"), { ...w.where, audience: "coach" });
    await w.keep();
    const view = await viewCycle(w.as("celine"), w.cycleId, "nl");
    expect(view.stages.find(({ stage }) => stage === "need")?.document?.removal).toBeNull();
  });
});

describe("bringing back a version", () => {
  test("makes the text what it was, keeps what it replaces, and can be undone the same way", async () => {
    await w.write("anna", add("Onze eerste afspraak is duidelijk."), 60);
    await w.write("bram", add("Dat schrappen we straks weer."), 30);
    await w.keep();
    const [newest, first] = await w.kept();
    const opened = await viewVersion(w.as("bram"), { ...w.where, versionId: first!.id });
    expect(opened).toMatchObject({ added: 5, removed: 0, same: false });
    await restoreVersion(w.as("bram"), { ...w.where, versionId: first!.id, seen: opened.seen });
    expect(await w.text()).not.toContain("schrappen");
    expect(await w.reasons()).toEqual(["restored", "sitting", "sitting"]);
    expect((await w.kept())[0]).toMatchObject({ by: { name: "Bram Claes" }, wordsRemoved: 5 });

    const again = await viewVersion(w.as("anna"), { ...w.where, versionId: newest!.id });
    await restoreVersion(w.as("anna"), { ...w.where, versionId: newest!.id, seen: again.seen });
    expect(await w.text()).toContain("schrappen");
  });

  test("leaves alone what came in after the person saw the text, with a compaction in between", async () => {
    await w.write("anna", add("Blijft staan."), 60);
    await w.keep();
    const [version] = await w.kept();
    await w.write("bram", add("Nog niet gewikt."));
    const { seen } = await viewVersion(w.as("anna"), { ...w.where, versionId: version!.id });
    await w.write("bram", (root) => {
      const last = root.get(root.length - 1) as Y.XmlElement;
      (last.get(0) as Y.XmlText).insert(0, "marker-van-Bram ");
    });
    await w.compact();
    await restoreVersion(w.as("anna"), { ...w.where, versionId: version!.id, seen });
    expect(await w.text()).toContain("marker-van-Bram");
    expect(await w.text()).not.toContain("gewikt");
    expect(await w.reasons()).toEqual(["restored", "before-restore", "sitting"]);
  });

  test("that changes nothing makes no version and no event", async () => {
    await w.write("anna", add("Zo is het goed."), 60);
    await w.keep();
    const [version] = await w.kept();
    const { seen } = await viewVersion(w.as("anna"), { ...w.where, versionId: version!.id });
    await restoreVersion(w.as("anna"), { ...w.where, versionId: version!.id, seen });
    expect(await w.reasons()).toEqual(["sitting"]);
    const { activity } = await viewActivity(w.as("anna"), w.cycleId);
    expect(activity.map(({ type }) => type)).not.toContain("document.restored");
  });

  test("is refused with something else than what a page gives, and nothing changes", async () => {
    await w.write("anna", add("Zo is het goed."), 60);
    await w.keep();
    const [version] = await w.kept();
    expect(await refused(restoreVersion(w.as("anna"), { ...w.where, versionId: version!.id, seen: "%%" }))).toBe(
      "invalid",
    );
    await restoreVersion(w.as("anna"), {
      ...w.where,
      versionId: version!.id,
      seen: Buffer.from("onzin").toString("base64"),
    });
    expect(await w.text()).toContain("Zo is het goed.");
  });
});

describe("what is told about a text", () => {
  const told = async (type: string) =>
    (await w.database.sql`select 1 from events where cycle_id = ${w.cycleId} and type = ${type}`).length;
  /** The node reads, and dies at the next thing that it would write besides the log. */
  const dying = (): Context => {
    const ctx = w.as("anna");
    const transaction = () => Promise.reject(new Error("the node died"));
    return { ...ctx, db: Object.assign(Object.create(ctx.db), { transaction }) };
  };
  /** The log may write everything but this event. */
  async function without<Answer>(type: string, work: () => Promise<Answer>): Promise<Answer> {
    await w.database.sql.unsafe(`alter table events add constraint not_this check (type <> '${type}') not valid`);
    try {
      return await work();
    } finally {
      await w.database.sql`alter table events drop constraint not_this`;
    }
  }
  const twoVersions = async () => {
    await w.write("anna", add("Onze eerste afspraak is duidelijk."), 60);
    await w.write("bram", add("Dat schrappen we straks weer."), 30);
    await w.keep();
    const versionId = (await w.kept())[1]!.id;
    const { seen } = await viewVersion(w.as("anna"), { ...w.where, versionId });
    return { ...w.where, versionId, seen };
  };

  test("comes with bringing it back: not without the text, nor the text without it", async () => {
    const wish = await twoVersions();
    const restore = () => restoreVersion(w.as("anna"), wish);
    expect(await without("document.restored", () => restore().catch(() => "failed"))).toBe("failed");
    expect(await w.text()).toContain("schrappen");
    expect(await restoreVersion(dying(), wish).catch(() => "died")).toBe("died");
    expect(await w.text()).not.toContain("schrappen");
    expect(await told("document.restored")).toBe(1);
    const { activity } = await viewActivity(w.as("bram"), w.cycleId);
    expect(activity[0]).toMatchObject({ type: "document.restored", by: "Anna Wouters", data: { stage: "need" } });
  });

  test("comes with a name: not without the version, nor the version without it", async () => {
    await w.write("anna", add("Zo gaat het naar de directie."), 60);
    const name = (ctx: Context) => nameVersion(ctx, { ...w.where, name: "Naar de directie" });
    expect(await without("document.version-named", () => name(w.as("anna")).catch(() => "failed"))).toBe("failed");
    expect(await w.kept()).toEqual([]);
    await name(dying()).catch(() => "died");
    expect(await w.kept()).toMatchObject([{ name: "Naar de directie" }]);
    expect(await told("document.version-named")).toBe(1);
  });
});
