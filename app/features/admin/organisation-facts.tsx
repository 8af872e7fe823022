import { Form, useActionData, useNavigation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Conflict } from "#app/features/cards/conflict.tsx";
import { useSeenVersion } from "#app/features/cards/use-seen-version.ts";
import { isRefusal, useRefusal } from "#app/session/refusal.ts";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { useSay } from "#app/ui/status-region.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import type { EDUCATION_TYPES, SchoolLevel, SchoolNetwork } from "#domain/people/words.ts";
import { OrganisationFields, useOrganisationLabels } from "./organisation-fields.tsx";
import type { Organisation } from "./organisation-screen.ts";
import { Part } from "./part.tsx";

/** What the organisation is, to be kept right by who manages it. Who was overtaken sees both before deciding. */
export function OrganisationFacts({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation(["admin", "cycles"]);
  const labels: Record<string, string> = useOrganisationLabels();
  const say = useSay();
  const answer = useActionData<unknown>();
  const { state } = useNavigation();
  const { sentence, errors, typed, ticked } = useRefusal(answer);
  const refused = isRefusal(answer) ? answer.failure : null;
  const overtaken = refused?.reason === "changed-meanwhile" ? refused : null;
  const told = useRef<unknown>(null);
  const [seen, noteSaved] = useSeenVersion(organisation.version);
  useEffect(() => {
    if (state !== "idle" || !answer || isRefusal(answer) || told.current === answer) return;
    told.current = answer;
    noteSaved();
    say(t("organisation.saved"));
  }, [state, answer, noteSaved, say, t]);
  const levels = refused ? (ticked.levels ?? (typed.levels ? [typed.levels] : [])) : organisation.levels;
  return (
    <Part id="facts" title={t("organisation.facts")}>
      <Form method="post" noValidate className="grid max-w-form gap-5">
        <input type="hidden" name="version" value={String(overtaken?.details.version ?? seen)} />
        {overtaken ? (
          <Conflict
            who={null}
            theirs={inOneLine(overtaken.details.theirs as Record<string, unknown>)}
            mine={inOneLine({ ...overtaken.typed, levels })}
            labelOf={(name) => labels[name] ?? ""}
            shownAs={(name, value) => {
              if (name === "levels")
                return value
                  .split(" ")
                  .map((level) => t(`organisation.level.${level as SchoolLevel}`))
                  .join(", ");
              if (name === "education")
                return t(`organisation.educationName.${value as (typeof EDUCATION_TYPES)[number]}`);
              return name === "network" ? t(`organisation.networkName.${value as SchoolNetwork}`) : value;
            }}
          />
        ) : (
          <FormErrorSummary errors={errors} labels={labels} general={sentence} />
        )}
        <OrganisationFields kind={organisation.kind} values={{ ...organisation, ...typed, levels }} errors={errors} />
        <div className="flex flex-wrap gap-3">
          <SubmitButton>{t(overtaken ? "cycles:conflict.keepMine" : "organisation.save")}</SubmitButton>
          {overtaken ? (
            <LinkButton to={`/beheer/scholen/${organisation.id}`} kind="quiet" reload>
              {t("cycles:conflict.takeTheirs")}
            </LinkButton>
          ) : null}
        </div>
      </Form>
    </Part>
  );
}

/** The levels as one text, as `Conflict` compares texts. */
const inOneLine = ({ levels, ...rest }: Record<string, unknown>) => ({
  ...rest,
  levels: Array.isArray(levels) ? levels.join(" ") : "",
});
