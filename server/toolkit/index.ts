export { type Comparison, compareStrands } from "./compare-strands.ts";
export type { DescribedStrand } from "./describe-strand.ts";
export type { EffectWords } from "./effect-words.ts";
export { listStrands, type StrandLine, type StrandList } from "./list-strands.ts";
export { loadToolkit } from "./load-toolkit.ts";
export { type OwnCycles, ownCyclesWithStrand } from "./own-cycles-with-strand.ts";
export { strandNames } from "./strand-names.ts";
export { type PicturedStrand, type PictureView, viewPicture } from "./view-picture.ts";
export { type StrandView, viewStrand } from "./view-strand.ts";
