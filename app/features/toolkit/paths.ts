export const toolkitPath = "/toolkit";
export const picturePath = "/toolkit/beeld";
export const figuresPath = "/toolkit/cijfers.csv";

export const strandPath = (id: string): string => `/toolkit/${id}`;
export const ownCyclesPath = (id: string): string => `/toolkit/${id}/lussen`;

/** A comparison lives in its address, so it can be sent to a colleague. */
export function comparePath(ids: readonly string[]): string {
  const search = new URLSearchParams(ids.map((id) => ["strand", id])).toString();
  return search ? `/toolkit/vergelijken?${search}` : "/toolkit/vergelijken";
}
