import * as Y from "yjs";
import { ROOT_NAME } from "../limits.ts";

/** Small, fast and repeatable: the seed of a failing run is all that is needed to see it again (mulberry32). */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const WORDS = [
  "lezen ",
  "x",
  "rekentaal ",
  "é",
  "👩‍🏫",
  "samen ",
  "ï€",
  "\u0000",
  "日本",
  '"quote"\\',
  "een heel lange zin over begrijpend lezen ",
];
const NAMES = ["paragraph", "heading", "bulletList", "listItem", "tableCell", "taskItem"];
const VALUES = [
  1,
  -7,
  0,
  2 ** 31,
  0.5,
  1e300,
  true,
  false,
  "links",
  "é👍",
  undefined,
  [1, "a", [null]],
  { breedte: [120], a: { b: 1 } },
];
const MARKS = [
  true,
  null,
  {},
  { href: 'https://voorbeeld.be/?a=1&b="x"' },
  { thread: "c-12", "": [1.5e-7, -3, "\n\t\u2028"] },
];

type Pick = (below: number) => number;

/** One editing step such as the editor's binding makes: elements, texts, attributes, marks, deletions, moves. */
export function editAtRandom(doc: Y.Doc, pick: Pick): void {
  const root = doc.getXmlFragment(ROOT_NAME);
  const elements = [...root.createTreeWalker((node) => node instanceof Y.XmlElement)] as Y.XmlElement[];
  const texts = [...root.createTreeWalker((node) => node instanceof Y.XmlText)] as Y.XmlText[];
  const parent = elements.length > 0 && pick(3) > 0 ? elements[pick(elements.length)]! : root;
  doc.transact(() => {
    for (let step = pick(4); step >= 0; step--) editOnce(pick, root, parent, elements, texts);
  });
}

function editOnce(
  pick: Pick,
  root: Y.XmlFragment,
  parent: Y.XmlFragment,
  elements: Y.XmlElement[],
  texts: Y.XmlText[],
) {
  const text = texts[pick(texts.length)];
  const element = elements[pick(elements.length)];
  const kind = pick(10);
  if (kind < 2 || text === undefined || element === undefined) insertElement(pick, parent);
  else if (kind < 6 && text.parent !== null) text.insert(pick(text.length + 1), WORDS[pick(WORDS.length)]!);
  else if (kind === 6 && text.length > 0 && text.parent !== null) {
    const at = pick(text.length);
    text.delete(at, 1 + pick(text.length - at));
  } else if (kind === 7 && text.length > 0 && text.parent !== null) {
    const at = pick(text.length);
    text.format(at, 1 + pick(text.length - at), {
      [["bold", "link", "comment--ab12CD34"][pick(3)]!]: MARKS[pick(MARKS.length)],
    });
  } else if (kind === 8 && element.parent !== null) {
    if (pick(4) === 0) element.removeAttribute("niveau");
    // Attributes may be any JSON value; Yjs's types say string only.
    else element.setAttribute(["niveau", "colwidth", "checked"][pick(3)]!, VALUES[pick(VALUES.length)] as string);
  } else if (parent.length > 0 && (parent === root || parent.parent !== null)) {
    const at = pick(parent.length);
    const moved = parent.get(at);
    const copy = moved instanceof Y.XmlElement && pick(2) === 0 ? moved.clone() : undefined;
    parent.delete(at, 1);
    if (copy !== undefined) parent.insert(pick(parent.length + 1), [copy]);
  }
}

function insertElement(pick: Pick, parent: Y.XmlFragment): void {
  const element = new Y.XmlElement(NAMES[pick(NAMES.length)]!);
  element.setAttribute("niveau", VALUES[pick(VALUES.length)] as string);
  if (pick(4) > 0) element.insert(0, [new Y.XmlText(WORDS[pick(WORDS.length)]!)]);
  parent.insert(pick(parent.length + 1), [element]);
}
