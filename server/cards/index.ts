export { addCard } from "./add-card.ts";
export { changeCard, discardCard, restoreCard } from "./change-card.ts";
