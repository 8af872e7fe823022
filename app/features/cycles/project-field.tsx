import type { SerializeFrom } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { useFormat } from "#app/i18n/use-format.ts";
import { RadioCards } from "#app/ui/radio-cards.tsx";
import type { PlacesToStart } from "#server/overview/index.ts";

type Team = SerializeFrom<PlacesToStart>["teams"][number];

interface ProjectFieldProps {
  teams: readonly Team[];
  /** Empty while no team is chosen, or without script: then the projects of every team are there. */
  teamId: string;
  defaultValue: string | undefined;
  error: string | undefined;
}

/** Whether the cycle belongs to a project, with what its coach would read said before one chooses (product §6). */
export function ProjectField({ teams, teamId, defaultValue, error }: ProjectFieldProps) {
  const { t } = useTranslation("cycles");
  const { list } = useFormat();
  const concerned = teams.filter((team) => teamId === "" || team.id === teamId);
  const projects = concerned.flatMap((team) => team.projects.map((project) => ({ ...project, team })));
  if (projects.length === 0) return null;
  const sees = (project: (typeof projects)[number]) =>
    [
      project.coaches.length > 0
        ? t("new.coachSees", { coach: list(project.coaches), count: project.coaches.length })
        : t("new.coachSeesNobody"),
      t(project.documentsAudience === "coach" ? "new.textsCoach" : "new.textsTeam"),
    ].join(" ");
  return (
    <RadioCards
      legend={t("new.project")}
      name="projectId"
      options={[
        ...projects.map((project) => ({
          value: project.id,
          label:
            concerned.length > 1
              ? t("new.projectOf", { project: project.name, team: project.team.name })
              : project.name,
          description: sees(project),
        })),
        { value: "", label: t("new.noProject"), description: t("new.noProjectText") },
      ]}
      defaultValue={defaultValue ?? ""}
      error={error}
    />
  );
}
