import { PERSPECTIVES, type Perspective, SOURCE_KINDS, type SourceKind } from "./kinds.ts";

/** What a source board has and lacks: which kinds of source were consulted, and whose perspective was heard. */
export interface Triangulation {
  kinds: Record<SourceKind, number>;
  perspectives: Record<Perspective, number>;
  missingKinds: SourceKind[];
  missingPerspectives: Perspective[];
}

/**
 * Counts the sources of a cycle by kind and perspective (product §3, phase 2: triangulation). What is missing is shown
 * as a nudge and never blocks anything.
 */
export function triangulate(sources: readonly { sourceKind?: unknown; perspective?: unknown }[]): Triangulation {
  const count = <Name extends string>(names: readonly Name[], pick: (source: (typeof sources)[number]) => unknown) =>
    Object.fromEntries(names.map((name) => [name, sources.filter((source) => pick(source) === name).length])) as Record<
      Name,
      number
    >;
  const kinds = count(SOURCE_KINDS, (source) => source.sourceKind);
  const perspectives = count(PERSPECTIVES, (source) => source.perspective);
  return {
    kinds,
    perspectives,
    missingKinds: SOURCE_KINDS.filter((kind) => kinds[kind] === 0),
    missingPerspectives: PERSPECTIVES.filter((perspective) => perspectives[perspective] === 0),
  };
}
