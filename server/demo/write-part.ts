import * as Y from "yjs";
import type { Block } from "#content/blocks.ts";
import { guidingQuestionsOf } from "#content/guiding-questions/index.ts";
import type { Stage } from "#domain/cycles/phases.ts";
import { ROOT } from "#domain/documents/words.ts";
import { insertBlocks } from "#server/documents/index.ts";

/**
 * Writes below one guiding question, after what stands there already. The first writer replaces the hint and the empty
 * place, as people do.
 */
export function writePart(document: Y.Doc, stage: Stage, under: string, blocks: readonly Block[]): void {
  const content = document.getXmlFragment(ROOT);
  if (under === "end") {
    insertBlocks(content, content.length, blocks);
    return;
  }
  const question = guidingQuestionsOf(stage, "nl").find(({ id }) => id === under)?.question;
  const nodes = content.toArray();
  const heading = nodes.findIndex((node) => isHeading(node) && plainText(node) === question);
  if (question === undefined || heading < 0) throw new Error(`the demo writes under an unknown question: ${under}`);

  const next = nodes.findIndex((node, index) => index > heading && isHeading(node));
  let end = next < 0 ? nodes.length : next;
  const hint = nodes[heading + 1];
  if (hint instanceof Y.XmlElement && isHint(hint)) {
    content.delete(heading + 1, end - heading - 1);
    end = heading + 1;
  }
  insertBlocks(content, end, blocks);
}

const isHeading = (node: unknown): node is Y.XmlElement => node instanceof Y.XmlElement && node.nodeName === "heading";

function plainText(element: Y.XmlElement): string {
  const text = element.get(0);
  return text instanceof Y.XmlText
    ? text
        .toDelta()
        .map((run: { insert: string }) => run.insert)
        .join("")
    : "";
}

/** A hint of the template is a paragraph that is italic from end to end. */
function isHint(element: Y.XmlElement): boolean {
  const text = element.get(0);
  if (!(text instanceof Y.XmlText)) return false;
  const runs = text.toDelta() as { attributes?: object }[];
  return runs.length === 1 && "italic" in (runs[0]?.attributes ?? {});
}
