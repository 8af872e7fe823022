/** A programme calls either for guidance projects (begeleiding) or for implementation projects (implementatie). */
export const PROJECT_KINDS = ["guidance", "implementation"] as const;
export type ProjectKind = (typeof PROJECT_KINDS)[number];
