import { setTimeout as sleep } from "node:timers/promises";
import * as Y from "yjs";
import { ROOT } from "#domain/documents/words.ts";
import { connectLive, type LiveConnection, type LiveDocument, type LiveOptions } from "#realtime/client/index.ts";

const MARKERS_PER_PARAGRAPH = 25;
const MARKER = /⟦[^⟦⟧]+⟧/g;

interface Edit {
  marker: string;
  kind: "typed" | "deleted";
  /** The number of the edit in this tab. */
  number: number;
}

/**
 * A person in a document who types markers, each of them once, and knows which the server acknowledged. Half of them
 * go to a paragraph that everybody writes in; sometimes one is deleted again.
 */
export class Typist {
  readonly connection: LiveConnection;
  readonly document: LiveDocument;
  /** What the server said to have: markers that must be there once, and markers that must be gone. */
  readonly saved = new Set<string>();
  readonly removed = new Set<string>();
  /** Asked to be deleted, whether or not the server answered. */
  readonly doomed = new Set<string>();
  /** How long each edit waited for its acknowledgement, in milliseconds. */
  readonly waits: number[] = [];
  private readonly waiting: (Edit & { at: number })[] = [];
  private readonly own: string[] = [];
  private paragraph: Y.XmlText | undefined;
  private count = 0;

  constructor(
    readonly name: string,
    documentId: string,
    options: LiveOptions,
  ) {
    this.connection = connectLive(options);
    this.document = this.connection.openDocument(documentId);
  }

  get typed(): number {
    return this.count;
  }

  /** One edit: a new marker, at every seventh the end of an old one instead. */
  type(): string {
    this.settle();
    if (this.own.length > 6 && this.count % 7 === 3) this.deleteOldest();
    const marker = `⟦${this.name}.${++this.count}⟧`;
    const text = this.count % 2 === 0 ? this.shared() : this.ownParagraph();
    text.insert(text.length, marker);
    if (text === this.paragraph) this.own.push(marker);
    this.note(marker, "typed");
    return marker;
  }

  /** A marker that stays, and nothing else. */
  typeForGood(): string {
    const marker = `⟦${this.name}.${++this.count}⟧`;
    const text = this.shared();
    text.insert(text.length, marker);
    this.note(marker, "typed");
    return marker;
  }

  /** Notes what the server has acknowledged by now. */
  settle(): void {
    const { seq, pending } = this.document.acknowledged;
    const now = performance.now();
    while (this.waiting[0] && (pending === 0 || this.waiting[0].number <= seq)) {
      const { marker, kind, at } = this.waiting.shift() as Edit & { at: number };
      (kind === "typed" ? this.saved : this.removed).add(marker);
      this.waits.push(now - at);
    }
  }

  /** Everything it typed and deleted is acknowledged. */
  get isDone(): boolean {
    this.settle();
    return this.document.status === "saved" && this.waiting.length === 0;
  }

  close(): Promise<void> {
    return this.connection.close();
  }

  private note(marker: string, kind: Edit["kind"]): void {
    const { seq, pending } = this.document.acknowledged;
    this.waiting.push({ marker, kind, number: seq + pending, at: performance.now() });
  }

  private deleteOldest(): void {
    const marker = this.own.shift() as string;
    const text = this.paragraph as Y.XmlText;
    const at = text.toString().indexOf(marker);
    if (at === -1) return;
    this.doomed.add(marker);
    text.delete(at, marker.length);
    this.note(marker, "deleted");
  }

  private ownParagraph(): Y.XmlText {
    if (this.paragraph === undefined || this.count % MARKERS_PER_PARAGRAPH === 0) {
      this.own.length = 0;
      this.paragraph = addParagraph(this.document.doc);
    }
    return this.paragraph;
  }

  /** The paragraph that everybody writes in. */
  shared(): Y.XmlText {
    const content = this.document.doc.getXmlFragment(ROOT);
    for (const block of content.toArray())
      if (block instanceof Y.XmlElement && block.nodeName === "paragraph" && block.get(0) instanceof Y.XmlText)
        return block.get(0) as Y.XmlText;
    return addParagraph(this.document.doc);
  }
}

function addParagraph(doc: Y.Doc): Y.XmlText {
  const text = new Y.XmlText();
  doc.transact(() => {
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [text]);
    const content = doc.getXmlFragment(ROOT);
    content.insert(content.length, [paragraph]);
  });
  return text;
}

/** How often each marker stands in a text. */
export function markersIn(doc: Y.Doc): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [marker] of doc.getXmlFragment(ROOT).toString().matchAll(MARKER))
    counts.set(marker, (counts.get(marker) ?? 0) + 1);
  return counts;
}

/** Waits until `holds`, looked at often; @throws after `withinMs`, which is a guard against hanging, not a measure. */
export async function until(holds: () => boolean | Promise<boolean>, what: string, withinMs = 60_000): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`waited in vain until ${what}`);
    await sleep(20);
  }
}
