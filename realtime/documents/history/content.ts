import * as Y from "yjs";
import type { ContentMark, ContentNode } from "#domain/documents/content.ts";

type Child = Y.XmlElement | Y.XmlText;

/** Names that the editor's schema could have; others would be a trap for whoever looks them up in an object. */
const NAME = /^[A-Za-z][\w+/=-]*$/;

/** Deeper than any page of ours; hostile updates on top of each other can nest further than the gate lets one. */
const DEEPEST = 64;

/**
 * What a fragment says, in the shape of the editor's JSON. Nodes and marks that this release does not know are kept as
 * they are: a version has to give back what a newer editor wrote. What nests too deep comes without what is in it.
 */
export function readContent(fragment: Y.XmlFragment): ContentNode {
  return withoutNul({ type: "doc", content: fragment.toArray().flatMap((child) => readChild(child)) });
}

/** The content of one child of an element; a text is as many nodes as it has runs. */
export function readChild(child: unknown, depth = 1): ContentNode[] {
  if (child instanceof Y.XmlText) return readText(child);
  if (!(child instanceof Y.XmlElement)) return [];
  const attrs = Object.entries(child.getAttributes()).filter(([name, value]) => NAME.test(name) && value !== undefined);
  const content = depth < DEEPEST ? child.toArray().flatMap((each) => readChild(each, depth + 1)) : [];
  return [
    {
      type: child.nodeName,
      ...(attrs.length > 0 && { attrs: Object.fromEntries(attrs) }),
      ...(content.length > 0 && { content }),
    },
  ];
}

/** U+0000 is a letter to Yjs and an error in HTML. */
function withoutNul(node: ContentNode): ContentNode {
  if (node.text !== undefined) return { ...node, text: node.text.replaceAll("\u0000", "") };
  return node.content ? { ...node, content: node.content.map(withoutNul) } : node;
}

function readText(text: Y.XmlText): ContentNode[] {
  const runs = text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[];
  return runs.flatMap(({ insert, attributes = {} }) => {
    if (typeof insert !== "string") return [];
    const marks = Object.entries(attributes).filter(([name, value]) => NAME.test(name) && value !== null);
    return [
      {
        type: "text",
        text: insert,
        ...(marks.length > 0 && { marks: marks.map(([name, value]) => markOf(name, value)) }),
      },
    ];
  });
}

function markOf(type: string, value: unknown): ContentMark {
  const attrs = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  return Object.keys(attrs).length > 0 ? { type, attrs } : { type };
}

/** Children of an element as Yjs holds them: neighbouring runs are one text. */
export function groupRuns(content: readonly ContentNode[]): ContentNode[][] {
  const groups: ContentNode[][] = [];
  for (const node of content) {
    const last = groups.at(-1);
    if (node.text !== undefined && last?.[0]?.text !== undefined) last.push(node);
    else groups.push([node]);
  }
  return groups;
}

/** Makes what `readContent` would read. */
export function buildGroup(group: readonly ContentNode[]): Child {
  const [node] = group;
  if (node?.text !== undefined) {
    const text = new Y.XmlText();
    text.applyDelta(group.map((run) => ({ insert: run.text, attributes: attributesOf(run) })));
    return text;
  }
  const element = new Y.XmlElement(node!.type);
  for (const [name, value] of Object.entries(node!.attrs ?? {})) setAttribute(element, name, value);
  element.insert(0, groupRuns(node!.content ?? []).map(buildGroup));
  return element;
}

export function setAttribute(element: Y.XmlElement, name: string, value: unknown): void {
  // Yjs takes any JSON value for an attribute; its types say text, which is what HTML would have.
  if (NAME.test(name)) element.setAttribute(name, value as string);
}

/** The marks of a run as Yjs keeps them. */
export const attributesOf = ({ marks }: ContentNode): Record<string, unknown> =>
  Object.fromEntries((marks ?? []).filter(({ type }) => NAME.test(type)).map(({ type, attrs }) => [type, attrs ?? {}]));
