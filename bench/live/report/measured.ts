import type { Contestant } from "../contestants.ts";
import { median } from "../measure/median.ts";
import { ROWS, type Row } from "../rows.ts";
import type { Losses } from "../scenarios/kills.ts";
import type { Figures } from "../scenarios/scenario.ts";
import type { Failure, ResultRow } from "./results.ts";

/** What was measured so far, round by round. */
export class Measured {
  /** By row and contestant; the index is the round, with holes where something failed. */
  private readonly values = new Map<string, (number | undefined)[]>();
  private readonly reasons = new Map<string, string>();
  readonly kills: Record<string, Losses> = {};
  /** What went wrong, with the rows that lack a round for it. */
  readonly failures: Failure[] = [];

  add({ id }: Contestant, round: number, figures: Figures): void {
    for (const [row, value] of Object.entries(figures)) {
      const key = `${row} ${id}`;
      if (typeof value === "string") this.reasons.set(key, value);
      else if (Number.isFinite(value)) {
        const rounds = this.values.get(key) ?? [];
        rounds[round] = value;
        this.values.set(key, rounds);
      }
    }
  }

  /** The rows of which anything is known. */
  rows(contestants: readonly Contestant[], at: string): ResultRow[] {
    const known = ROWS.filter((row) => contestants.some(({ id }) => this.values.has(`${row.id} ${id}`)));
    return known.map((row) => this.row(row, contestants, at));
  }

  private row(row: Row, contestants: readonly Contestant[], at: string): ResultRow {
    const others = contestants.filter(({ kind }) => kind !== "ours");
    const ours = this.middle(row, "ours");
    const peers = Object.fromEntries(others.map(({ id }) => [id, this.middle(row, id)]));
    const reasons = Object.fromEntries(
      others.flatMap(({ id }) =>
        peers[id] === null ? [[id, this.reasons.get(`${row.id} ${id}`) ?? "not measured"]] : [],
      ),
    );
    const [best] = others
      .filter(({ id, kind }) => kind === "peer" && peers[id] !== null)
      .sort((a, b) => (row.better === "lower" ? 1 : -1) * (peers[a.id]! - peers[b.id]!));
    return {
      ...row,
      ours,
      peers,
      ...(Object.keys(reasons).length > 0 && { reasons }),
      bestPeer: best?.id ?? null,
      ...this.compare(row, best?.id),
      rounds: this.rounds(row, "ours").filter((value) => value !== undefined).length,
      at,
    };
  }

  /** How much better we are, of the medians and, as its spread, round by round: what a round disturbs meets both. */
  private compare(row: Row, best: string | undefined): Pick<ResultRow, "ratioToBestPeer" | "spread"> {
    const better = (mine: number, theirs: number) => (row.better === "lower" ? theirs / mine : mine / theirs);
    const [ours, theirs] = ["ours", best ?? ""].map((id) => this.middle(row, id));
    const ratio = ours == null || theirs == null ? Number.NaN : better(ours, theirs);
    if (!best || !Number.isFinite(ratio)) return { ratioToBestPeer: null, spread: null };
    const rival = this.rounds(row, best);
    const ratios = this.rounds(row, "ours").flatMap((mine, round) => {
      const his = rival[round];
      return mine === undefined || his === undefined ? [] : [better(mine, his)];
    });
    const spread: [number, number] = [rounded(Math.min(...ratios)), rounded(Math.max(...ratios))];
    return { ratioToBestPeer: rounded(ratio), spread: ratios.length > 0 ? spread : null };
  }

  private rounds({ id }: Row, contestant: string): readonly (number | undefined)[] {
    return this.values.get(`${id} ${contestant}`) ?? [];
  }

  private middle(row: Row, contestant: string): number | null {
    const values = this.rounds(row, contestant).filter((value) => value !== undefined);
    return values.length > 0 ? rounded(median(values)) : null;
  }
}

/** Three digits that count. */
function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
