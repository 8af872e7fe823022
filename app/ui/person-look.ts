export const personColours = 8;
export const personShapes = 4;

/** FNV-1a: short, and the same in the browser, on the server and in every later version. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

/** The colour (1–8) and shape (1–4) by which colleagues recognise someone everywhere; set by the id, never chosen. */
export function personLook(id: string): { colour: number; shape: number } {
  const value = hash(id);
  return { colour: (value % personColours) + 1, shape: ((value >>> 8) % personShapes) + 1 };
}

/** "Hilde Van den Broeck" → "HB": the first word and the last. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = words[0] ?? "?";
  const last = words.length > 1 ? (words.at(-1) ?? "") : "";
  const letter = (word: string) => ([...word][0] ?? "").toLocaleUpperCase("nl-BE");
  return letter(first) + letter(last);
}
