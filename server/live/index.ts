export { type DocumentRights, documentRights, mayWatch } from "./rights.ts";
