import { type SQL, sql } from "drizzle-orm";

/**
 * The condition that a cycle is linked to a strand, for the finders of cycles. In plain names, because the tables of
 * cycles know those of the toolkit and not the other way round.
 */
export const usesStrand = (strandId: string): SQL => sql`exists (
  select 1 from cycle_strands l where l.cycle_id = cycles.id and l.strand_id = ${strandId})`;
