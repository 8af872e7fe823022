import type { SerializeFrom } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { DateText } from "#app/ui/date-text.tsx";
import { Loop } from "#app/ui/loop/loop.tsx";
import { PhaseChip } from "#app/ui/phase-chip.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { ProjectView } from "#server/overview/index.ts";

type View = SerializeFrom<ProjectView>;
type Row = { team: View["teams"][number]; cycle: View["teams"][number]["cycles"][number] | null };

/** The participating teams, in the order of their schools: phase, strands, dates. Never a comparison. */
export function TeamTable({ view, strands }: { view: View; strands: Readonly<Record<string, string>> }) {
  const { t } = useTranslation("projects");
  const rows = view.teams.flatMap<Row>((team) =>
    team.cycles.length > 0 ? team.cycles.map((cycle) => ({ team, cycle })) : [{ team, cycle: null }],
  );
  const unknown = <span className="text-ink-faint">{t("team.unknown")}</span>;
  const ofCycle = (cell: (cycle: NonNullable<Row["cycle"]>) => React.ReactNode) => (row: Row) =>
    row.cycle ? cell(row.cycle) : unknown;
  const team = (row: Row) => (
    <>
      {view.can.manage ? <TextLink to={`/teams/${row.team.teamId}`}>{row.team.school}</TextLink> : row.team.school}
      <span className="block text-tiny text-ink-soft">{row.team.name}</span>
    </>
  );

  const progress: Column<Row>[] = [
    {
      key: "cycle",
      header: t("team.columnCycle"),
      speaksForItself: true,
      cell: (row) => row.cycle?.title ?? t("team.noCycle"),
    },
    {
      key: "phase",
      header: t("team.columnPhase"),
      speaksForItself: true,
      cell: ofCycle((cycle) => (
        <span className="flex items-center gap-2">
          <Loop entries={cycle.moves} cut="small" className="w-11" />
          <PhaseChip stage={cycle.stage} />
        </span>
      )),
    },
    {
      key: "strands",
      header: t("team.columnStrands"),
      cell: ofCycle((cycle) => cycle.strandIds.map((id) => strands[id] ?? id).join(", ") || unknown),
    },
    {
      key: "meeting",
      header: t("team.columnMeeting"),
      cell: ofCycle((cycle) =>
        cycle.nextMeeting ? <DateText value={cycle.nextMeeting.startsAt} style="short" /> : unknown,
      ),
    },
    {
      key: "end",
      header: t("team.columnEnd"),
      cell: ofCycle((cycle) => (cycle.endsOn ? <DateText value={cycle.endsOn} style="short" /> : unknown)),
    },
  ];

  return (
    <section aria-labelledby="teams" className="grid gap-4">
      <div className="grid gap-1">
        <h2 id="teams" className="font-serif text-title-3 font-semibold">
          {t("team.title")}
        </h2>
        <p className="text-ink-soft">{t(view.seesProgress ? "team.lead" : "team.participantLead")}</p>
      </div>
      {rows.length === 0 ? <p>{t("team.none")}</p> : null}
      {rows.length > 0 ? (
        <DataTable<Row>
          caption={t("team.title")}
          captionHidden
          stacked
          rows={rows}
          rowKey={(row) => row.cycle?.id ?? row.team.teamId}
          columns={[
            { key: "team", header: t("team.columnTeam"), cell: team, names: true },
            // Who sees no progress sees who takes part, and no columns of dashes beside it.
            ...(view.seesProgress ? progress : []),
          ]}
        />
      ) : null}
    </section>
  );
}
