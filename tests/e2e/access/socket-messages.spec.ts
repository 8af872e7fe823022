import { randomUUID } from "node:crypto";
import { people } from "#content/demo/people.ts";
import { SCHEMA_VERSION } from "#domain/documents/words.ts";
import { connectRaw, RawEditor, type RawSocket, refusalOf, until } from "#realtime/live/testing/raw-client.ts";
import { type Checked, type ClientMessages, FROM_CLIENT, type More, type Refusal, writeFrame } from "#realtime/wire.ts";
import type { World } from "#tests/support/world.ts";
import { CAST, type Played } from "./cast.ts";
import { expect, test } from "./on-stage.ts";
import type { Place } from "./stage.ts";
import { type Row, writtenTable } from "./written-table.ts";

// N16: every message and every kind of frame × everybody × both audiences, asked of the real rights.

type Cell = "yes" | "no" | "–" | "in";

/** Somebody at a text: in it when that is allowed, else only connected. */
interface Visit {
  world: World;
  player: Played;
  place: Place;
  documentId: string;
  /** Null for who was not let in. */
  editor: RawEditor | null;
  socket: RawSocket;
  /** Sees who else is present, as the lead of the team. */
  witness: RawEditor;
}

const given = <Reply>(emit: (answer: (reply: Reply) => void) => void) => new Promise<Reply>(emit);

async function check({ socket, documentId }: Visit): Promise<Cell> {
  const request = { documentId, received: 0, hash: "" };
  const reply = await given<Checked | Refusal>((answer) => socket.emit("check", request, answer));
  return reply.ok ? "yes" : reply.code === "NOT_FOUND" ? "–" : "no";
}

async function mayWatch({ socket }: Visit, topic: string): Promise<Cell> {
  const reply = await given<{ ok: boolean; refused?: string[] }>((answer) =>
    socket.emit("watch", { topics: [topic] }, answer),
  );
  return reply.ok && reply.refused?.length === 0 ? "yes" : "–";
}

const refusedFrame = (socket: RawSocket, bytes: Uint8Array) =>
  given<string>((resolve) => {
    socket.once("refused", ({ code }) => resolve(code));
    socket.emit("frame", bytes);
  });

/** One entry for each message of a client and each kind of its frames; a new one without an entry is a type error. */
const MESSAGES: Record<
  Exclude<keyof ClientMessages, "frame"> | `frame ${keyof typeof FROM_CLIENT}`,
  (visit: Visit, about: string) => Promise<Cell>
> = {
  join: async ({ editor }) => (editor ? "yes" : "–"),
  check,
  /** The rest of a long answer goes to the join it belongs to; the texts here are short and have none. */
  async more({ socket, documentId, editor }) {
    const request = { documentId, slot: editor?.joined.slot ?? 0, from: 0 };
    const reply = await given<More | Refusal>((answer) => socket.emit("more", request, answer));
    return reply.ok ? "yes" : reply.code === "NOT_FOUND" ? "–" : "no";
  },
  async leave(visit) {
    const before = await check(visit);
    visit.socket.emit("leave", { documentId: visit.documentId });
    if ((await check(visit)) !== "–") throw new Error("who left is still in it");
    return before;
  },
  async "frame UPDATE"({ editor, socket }) {
    if (!editor) {
      expect(await refusedFrame(socket, writeFrame(1, FROM_CLIENT.UPDATE, Uint8Array.of(1, 0, 0)))).toBe("BAD_MESSAGE");
      return "–";
    }
    editor.type("!");
    await until(() => editor.savedUpTo === 1 || editor.refused.length > 0);
    if (editor.savedUpTo === 1) return "yes";
    expect(editor.refused).toEqual(["READ_ONLY"]);
    return "no";
  },
  async "frame PRESENCE"({ editor, socket, witness, player }) {
    const name = player.person && people[player.person].name;
    if (!editor) {
      expect(await refusedFrame(socket, writeFrame(1, FROM_CLIENT.PRESENCE, new Uint8Array()))).toBe("BAD_MESSAGE");
      return "–";
    }
    editor.point({ cursor: null, user: { name: "Iemand Anders" } });
    const seen = () => [...witness.awareness.getStates().values()].map((state) => state.user?.name);
    await until(() => seen().includes(name));
    expect(seen()).not.toContain("Iemand Anders");
    return "yes";
  },
  async watch(visit, about) {
    const { place } = visit;
    const ids: Record<string, string> = { cycle: `cycle:${place.cycleId}`, team: `team:${place.teamId}` };
    return mayWatch(
      visit,
      ids[about] ?? (about === "project" ? `project:${place.projectId}` : `person:${place.outsiderId}`),
    );
  },
  async unwatch(visit) {
    const topic = `cycle:${visit.place.cycleId}`;
    const before = await mayWatch(visit, topic);
    visit.socket.emit("unwatch", { topics: [topic] });
    // Still connected, and asked again the answer is the same: nothing was left behind.
    return (await mayWatch(visit, topic)) === before ? before : "no";
  },
};

const table = writtenTable().messages;
const nameOf = (row: Row) => row.name.replace(/ \(.*\)$/, "");
const aboutOf = (row: Row) => /\((.*)\)$/.exec(row.name)?.[1] ?? "";

test("every message and every kind of frame has a row", () => {
  expect([...new Set(table.map(nameOf))].sort()).toEqual(Object.keys(MESSAGES).sort());
  const frames = Object.keys(MESSAGES).filter((name) => name.startsWith("frame "));
  expect(frames).toEqual(Object.keys(FROM_CLIENT).map((kind) => `frame ${kind}`));
});

test("everybody gets what the table says over the socket", async ({ stage }) => {
  test.setTimeout(180_000);
  const { world, scene, cookies } = stage;
  const how = { origin: world.url, schemaVersion: SCHEMA_VERSION };
  const wrong: string[] = [];
  const documents = { shared: scene.here.sharedDocumentId as string, team: scene.here.teamDocumentId as string };
  const lead = cookies.get("lead") as string;
  const witnesses = {
    shared: await RawEditor.open(world.url, lead, documents.shared, randomUUID(), how),
    team: await RawEditor.open(world.url, lead, documents.team, randomUUID(), how),
  };
  for (const player of CAST) {
    if (player.person === null) {
      expect(await refusalOf(connectRaw(world.url, undefined, how))).toBe("SESSION_ENDED");
      for (const row of table) if (row.cells.visitor !== "in") wrong.push(`${row.name} as a visitor`);
      continue;
    }
    const cookie = cookies.get(player.relation) as string;
    for (const row of table) {
      const audience = aboutOf(row) === "team" && nameOf(row) !== "watch" ? "team" : "shared";
      const documentId = documents[audience];
      const editor = await RawEditor.open(world.url, cookie, documentId, randomUUID(), how).catch((refused: Error) => {
        expect(refused.message).toBe("NOT_FOUND");
        return null;
      });
      const socket = editor?.socket ?? connectRaw(world.url, cookie, how);
      if (!editor) await given<void>((resolve) => socket.on("connect", () => resolve()));
      const message = MESSAGES[nameOf(row) as keyof typeof MESSAGES];
      const visit = { world, player, place: scene.here, documentId, editor, socket, witness: witnesses[audience] };
      const cell = await message(visit, aboutOf(row));
      if (cell !== row.cells[player.relation]) wrong.push(`${row.name} as ${player.relation}: ${cell}`);
      editor ? editor.close() : socket.disconnect();
    }
  }
  for (const witness of Object.values(witnesses)) witness.close();
  expect(wrong).toEqual([]);
});
