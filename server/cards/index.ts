export { addCard } from "./add-card.ts";
export { changeCard, discardCard, restoreCard } from "./change-card.ts";
export { emptyCardBin } from "./empty-card-bin.ts";
