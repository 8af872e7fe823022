import { Item } from "yjs";

let hardened = false;

/**
 * Makes Yjs survive an attribute that somebody split. A hostile editor can put a text of several letters in the chain
 * of an element's attribute (its bytes look like any other text) and later refer to its middle. The first half then
 * stays undeleted under the second, and when the element is deleted Yjs throws in the middle of its clean-up, in every
 * browser and in every worker that opens the document, after which the document never reports a change again.
 * What hangs under a deleted element is gone for everyone, so it is marked so. Found by the gate's fuzz test.
 *
 * Patches the one copy of Yjs, once; to be called wherever a `Y.Doc` applies what others sent.
 */
export function hardenYjs(): void {
  if (hardened) return;
  hardened = true;
  const collect = Item.prototype.gc;
  Item.prototype.gc = function gc(store, parentCollected) {
    if (!this.deleted) this.markDeleted();
    collect.call(this, store, parentCollected);
  };
}
