import { useTranslation } from "react-i18next";
import { Part } from "#app/features/admin/part.tsx";
import { Refused } from "#app/features/admin/refused.tsx";
import { useStayingForm } from "#app/features/admin/use-staying-form.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { RadioCards } from "#app/ui/radio-cards.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { AUDIENCES } from "#domain/cycles/words.ts";
import type { Team } from "./team-screen.ts";

type Project = Team["projects"][number];

/** The projects of the team, with what their coach sees said exactly; only the team itself decides about more (AC7). */
export function TeamProjects({ team }: { team: Team }) {
  const { t } = useTranslation("admin");
  const { list } = useFormat();
  const coachOf = ({ coaches }: Project) => (coaches.length > 0 ? list(coaches) : t("team.noCoach"));
  return (
    <Part id="projects" title={t("team.projects")}>
      {team.projects.length === 0 ? <p className="text-ink-soft">{t("team.noProjects")}</p> : null}
      <ul className="grid gap-10">
        {team.projects.map((project) => (
          <li key={project.id} className="grid gap-4">
            <h3 className="text-lead font-semibold">
              {team.inTeam ? <TextLink to={`/projecten/${project.id}`}>{project.name}</TextLink> : project.name}
            </h3>
            <div className="grid measure gap-2">
              <h4 className="font-medium">{t("team.coachSees", { coach: coachOf(project) })}</h4>
              <p>{t("team.coachAlways")}</p>
              <p className="text-ink-soft">{t("team.coachNever")}</p>
            </div>
            {team.can.startCycle ? (
              <DocumentsAudience teamId={team.id} project={project} />
            ) : (
              <p>
                {t("team.newDocuments")}: {t(`team.audience.${project.documentsAudience}`)}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function DocumentsAudience({ teamId, project }: { teamId: string; project: Project }) {
  const { t } = useTranslation("admin");
  const { Form, busy, sentence, errors } = useStayingForm(t("team.audienceSaved"));
  return (
    <Form method="post" action={`/teams/${teamId}/meelezen`} className="grid max-w-form gap-4">
      <input type="hidden" name="projectId" value={project.id} />
      <RadioCards
        // Anew when a colleague chose otherwise meanwhile.
        key={project.documentsAudience}
        legend={t("team.newDocuments")}
        name="audience"
        id={`audience-${project.id}`}
        options={AUDIENCES.map((audience) => ({
          value: audience,
          label: t(`team.audience.${audience}`),
          description: t(`team.audienceHint.${audience}`),
        }))}
        defaultValue={project.documentsAudience}
        error={errors.audience}
      />
      <Refused sentence={sentence} />
      <div>
        <SubmitButton kind="secondary" busy={busy}>
          {t("team.saveAudience")}
        </SubmitButton>
      </div>
    </Form>
  );
}
