import * as Y from "yjs";
import { hardenYjs } from "../../client/harden-yjs.ts";
import { mergeUpdates } from "./merge.ts";

/**
 * Builds the live object from the updates of a log. The caller destroys it. Integrating what a hostile editor once
 * wrote can take Yjs many seconds, so this runs in a thread wherever people are waiting for something else.

 * What rests on something that is missing (a row that could not be read) stays pending inside the document, comes out
 * with its state and is shown as soon as the rest is there.
 */
export function rebuild(updates: readonly Uint8Array[]): Y.Doc {
  hardenYjs();
  const document = new Y.Doc({ gc: true });
  // Merged first: typing becomes texts, and a long log is built in a tenth of the time.
  Y.applyUpdate(document, mergeUpdates(updates));
  return document;
}
