import { median } from "../live/measure/median.ts";
import { OURS } from "./variants.ts";

type Figures = Record<string, number>;

/** What was measured, round by round, and what is said of it. */
export class Rounds {
  private readonly rounds = new Map<string, Figures[]>();

  add(variant: string, figures: Figures): void {
    this.rounds.set(variant, [...(this.rounds.get(variant) ?? []), figures]);
  }

  /** Medians; behind them how many times what we ship takes, over the rounds: median (lowest–highest). */
  table(title: string, titles: ReadonlyMap<string, string>): string {
    const ours = this.rounds.get(OURS) ?? [];
    const names = [...new Set(ours.flatMap(Object.keys))];
    const lines = [...titles.keys()].flatMap((variant) => {
      const rounds = this.rounds.get(variant);
      if (!rounds) return [];
      const cells = names.map((name) => {
        const of = (round: Figures) => round[name] ?? Number.NaN;
        const values = rounds.map(of).filter(Number.isFinite);
        const middle = digits(median(values));
        if (variant === OURS) return `**${middle}** (${range(values)})`;
        const ratios = rounds.map((round, at) => of(round) / of(ours[at] ?? {})).filter(Number.isFinite);
        return `${middle} · ${digits(median(ratios))} (${range(ratios)})`;
      });
      return `| ${[titles.get(variant) ?? variant, ...cells].join(" | ")} |`;
    });
    const head = `| ${[`${title}, ${ours.length} rounds`, ...names].join(" | ")} |`;
    return [head, `| --- |${" --: |".repeat(names.length)}`, ...lines, ""].join("\n");
  }
}

const digits = (value: number) => {
  if (!Number.isFinite(value)) return "–";
  return value >= 1_000 ? Math.round(value).toLocaleString("en") : String(Number(value.toPrecision(3)));
};
const range = (values: number[]) =>
  values.length > 0 ? `${digits(Math.min(...values))}–${digits(Math.max(...values))}` : "–";
