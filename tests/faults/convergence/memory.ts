import * as Y from "yjs";

/**
 * Letters that no text has twice, so that the editor's comparison of texts never takes one marker for another. The
 * first letter of a marker has an even number, the second the next.
 */
export const FIRST_LETTER = 0x4e00;

/**
 * What a run remembers to judge it by: every marker that was typed, where, and which letters and elements somebody
 * deleted by hand. Moving, splitting and turning into something else delete too: the binding writes the text anew.
 */
export class Memory {
  /** Per marker the elements it was typed into, innermost first, as `client:clock`. */
  private readonly typedInto = new Map<string, string[]>();
  private readonly deletedLetters = new Set<string>();
  private readonly deletedElements = new Set<string>();
  /** What the binding deleted by itself, to make the document fit the schema. */
  private readonly tidiedLetters = new Set<string>();
  private readonly tidiedElements = new Set<string>();
  private count = 0;

  /** Two letters of its own. */
  newMarker(): string {
    const letter = FIRST_LETTER + 2 * this.count++;
    return String.fromCharCode(letter, letter + 1);
  }

  get markers(): number {
    return this.typedInto.size;
  }

  note(transaction: Y.Transaction, how: "by hand" | "by the binding"): void {
    Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
      if (!(struct instanceof Y.Item)) return;
      const { content } = struct;
      if (content instanceof Y.ContentString)
        for (const letter of content.str) (how === "by hand" ? this.deletedLetters : this.tidiedLetters).add(letter);
      else if (content instanceof Y.ContentType)
        (how === "by hand" ? this.deletedElements : this.tidiedElements).add(idOf(struct));
    });
    this.noteWritten(transaction, how);
  }

  /** What has to be there once: typed, in places and as letters that nobody deleted. */
  due(): string[] {
    return [...this.typedInto]
      .filter(([marker, places]) => {
        const isTouched = [...marker].some((letter) => this.deletedLetters.has(letter));
        return !isTouched && !places.some((place) => this.deletedElements.has(place));
      })
      .map(([marker]) => marker);
  }

  /** The binding, and no person, took it out. */
  wasTidied(marker: string): boolean {
    const places = this.typedInto.get(marker) ?? [];
    return (
      [...marker].some((letter) => this.tidiedLetters.has(letter)) ||
      places.some((place) => this.tidiedElements.has(place))
    );
  }

  private noteWritten({ doc, beforeState, afterState }: Y.Transaction, how: "by hand" | "by the binding"): void {
    const { clientID, store } = doc;
    const from = beforeState.get(clientID) ?? 0;
    if (from === (afterState.get(clientID) ?? 0)) return;
    const structs = store.clients.get(clientID) ?? [];
    for (let index = Y.findIndexSS(structs, from); index < structs.length; index++) {
      const item = structs[index];
      if (!(item instanceof Y.Item) || !(item.content instanceof Y.ContentString)) continue;
      for (const marker of item.content.str.match(/[\u4e00-\u9fff]{2}/g) ?? [])
        this.noteMarker(marker, placesOf(item), how);
    }
  }

  /** The binding moves text: out of two texts that two people began in one paragraph it makes one. */
  private noteMarker(marker: string, places: string[], how: "by hand" | "by the binding"): void {
    const known = this.typedInto.get(marker);
    if (known === undefined) this.typedInto.set(marker, places);
    else if (how === "by the binding") known.push(...places);
  }
}

function placesOf(item: Y.Item): string[] {
  const places: string[] = [];
  let type = item.parent as Y.AbstractType<unknown> | null;
  while (type?._item) {
    places.push(idOf(type._item));
    type = type._item.parent as Y.AbstractType<unknown> | null;
  }
  return places;
}

const idOf = ({ id }: Y.Item) => `${id.client}:${id.clock}`;
