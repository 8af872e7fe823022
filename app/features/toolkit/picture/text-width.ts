const classes: [characters: RegExp, em: number][] = [
  [/[ ,.'’·:;!ijlï]/, 0.27],
  [/[-()ftrI1]/, 0.36],
  [/[mwMW]/, 0.85],
  [/\p{Lu}/u, 0.67],
];
const USUAL_EM = 0.55;

/**
 * About how wide a text is in the interface's typeface, in the unit of `size`. The picture is drawn on the server,
 * where nothing can be measured; the widths are those of the font file, rounded up.
 */
export function textWidth(text: string, size: number): number {
  let em = 0;
  for (const character of text) em += classes.find(([characters]) => characters.test(character))?.[1] ?? USUAL_EM;
  return em * size;
}
