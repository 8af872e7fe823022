export type { DocumentNode } from "#domain/documents/tree.ts";
