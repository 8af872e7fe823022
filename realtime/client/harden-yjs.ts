import { Item, Text, type Transaction } from "yjs";
import { findPlacesQuickly } from "./find-place.ts";

let hardened = false;

/**
 * Three things that Yjs does not do as a log of edits needs it. Patches the one copy of Yjs, once; to be called wherever
 * a `Y.Doc` applies what others sent.
 */
export function hardenYjs(): void {
  if (hardened) return;
  hardened = true;
  surviveSplitAttributes();
  leaveFormattingAlone();
  findPlacesQuickly();
}

/**
 * Makes Yjs survive an attribute that somebody split. A hostile editor can put a text of several letters in the chain
 * of an element's attribute (its bytes look like any other text) and later refer to its middle. The first half then
 * stays undeleted under the second, and when the element is deleted Yjs throws in the middle of its clean-up, in every
 * browser and in every worker that opens the document, after which the document never reports a change again.
 * What hangs under a deleted element is gone for everyone, so it is marked so. Found by the gate's fuzz test.
 */
function surviveSplitAttributes(): void {
  const collect = Item.prototype.gc;
  Item.prototype.gc = function gc(store, parentCollected) {
    if (!this.deleted) this.markDeleted();
    collect.call(this, store, parentCollected);
  };
}

/**
 * When what others sent leaves marks around nothing, Yjs deletes them in a change of its own. What is nothing depends
 * on what has arrived: a colleague may be typing between those marks. A compaction that tidies up so writes deletions
 * into the snapshot that are in no row, a reader has changes that are never sent, and then some see a word in bold that
 * others do not. So nobody changes anything by reading. Found by the convergence fuzz (tests/faults/convergence).
 */
function leaveFormattingAlone(): void {
  const observed = Text.prototype._callObserver;
  Text.prototype._callObserver = function callObserver(transaction: Transaction, keys: Set<null | string>) {
    observed.call(this, transaction, keys);
    transaction._needFormattingCleanup = false;
  };
}
