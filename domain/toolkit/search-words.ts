/** The longest search that is looked at, in characters; the rest is not read. */
export const SEARCH_LIMIT = 200;
const MOST_WORDS = 8;
/** "kinderen" → "kind", "motiveren" → "motiv": stemming leaves such words further apart than their readers do. */
const LONG_ENDING = /^(\p{L}{4,})eren$/u;

/** What somebody searches for, in the forms in which it can be looked up. */
export interface SearchWords {
  /** The text as typed, without what no text can hold. */
  text: string;
  /**
   * The words in it, lower-case letters and digits only, each with the beginnings that also count; empty when the
   * text uses signs of its own (quotation marks, a minus, "or"), which say more exactly what is meant.
   */
  words: { word: string; beginnings: string[] }[];
}

/**
 * Reads a search. Anything may come in: signs, half characters, whole books (hostile T56).
 *
 * @returns null when there is nothing to search for.
 */
export function searchWords(typed: string): SearchWords | null {
  const text = typed
    .slice(0, SEARCH_LIMIT)
    .replace(/[\p{Cc}\p{Cs}\s]+/gu, " ")
    .normalize("NFC")
    .trim();
  if (text === "") return null;
  const exact = /"|(^|\s)(-\S|or\s)/i.test(text);
  const words = exact ? [] : [...new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])].slice(0, MOST_WORDS);
  return { text, words: words.map((word) => ({ word, beginnings: beginningsOf(word) })) };
}

function beginningsOf(word: string): string[] {
  const short = LONG_ENDING.exec(word)?.[1];
  return short ? [word, short] : [word];
}
