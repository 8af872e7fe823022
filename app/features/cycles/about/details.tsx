import { Form, useActionData, useNavigation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Conflict } from "#app/features/cards/conflict.tsx";
import { useSeenVersion } from "#app/features/cards/use-seen-version.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { isRefusal, type Refusal, useRefusal } from "#app/session/refusal.ts";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { useSay } from "#app/ui/status-region.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { isDay } from "#domain/cards/check-card.ts";
import { CYCLE_LIMITS, type NeedOwner } from "#domain/cycles/words.ts";
import { NeedOwnerField, PlaceFields } from "../about-fields.tsx";
import type { Cycle } from "../cycle-context.ts";
import { cyclePaths } from "../paths.ts";
import type { ThemeGroup } from "../theme-options.ts";

interface DetailsProps {
  cycle: Cycle["cycle"];
  themes: readonly ThemeGroup[];
}

/** What a cycle says of itself, as a form. Who was overtaken sees both texts before deciding. */
export function Details({ cycle, themes }: DetailsProps) {
  const { t } = useTranslation("cycles");
  const { date } = useFormat();
  const say = useSay();
  const answer = useActionData<{ ok: true } | Refusal>();
  const { state } = useNavigation();
  const { sentence, errors, typed } = useRefusal(answer);
  const told = useRef<unknown>(null);
  const refused = isRefusal(answer) ? answer.failure : null;
  const overtaken = refused?.reason === "changed-meanwhile" ? refused : null;

  const [seen, noteSaved] = useSeenVersion(cycle.version);

  useEffect(() => {
    if (state !== "idle" || !answer || isRefusal(answer) || told.current === answer) return;
    told.current = answer;
    noteSaved();
    say(t("about.saved"));
  }, [state, answer, noteSaved, say, t]);

  const labels: Record<string, string> = {
    title: t("about.name"),
    need: t("about.need"),
    needOwner: t("new.needOwner"),
    targetGroup: t("targetGroup"),
    carePhase: t("carePhase.label"),
    themeId: t("theme.label"),
    endsOn: t("about.endsOn"),
  };
  const shownAs = (name: string, value: string) => {
    if (name === "needOwner") return t(`needOwner.${value as NeedOwner}`);
    if (name === "carePhase") return t(`carePhase.${value as "0"}`);
    if (name === "themeId")
      return themes.flatMap((group) => group.themes).find(({ id }) => id === value)?.name ?? value;
    return name === "endsOn" && isDay(value) ? date(value) : value;
  };
  const values = {
    needOwner: typed.needOwner ?? cycle.needOwner,
    targetGroup: typed.targetGroup ?? cycle.targetGroup,
    carePhase: typed.carePhase ?? (cycle.carePhase === null ? "" : String(cycle.carePhase)),
    themeId: typed.themeId ?? cycle.themeId ?? "",
  };
  return (
    <Form method="post" noValidate className="flex flex-col gap-6">
      <input type="hidden" name="version" value={String(overtaken?.details.version ?? seen)} />
      {overtaken ? (
        <Conflict
          who={null}
          theirs={overtaken.details.theirs as Record<string, unknown>}
          mine={overtaken.typed}
          labelOf={(name) => labels[name] ?? ""}
          shownAs={shownAs}
        />
      ) : (
        <FormErrorSummary errors={errors} labels={labels} general={sentence} />
      )}
      <TextField
        name="title"
        label={t("about.name")}
        defaultValue={typed.title ?? cycle.title}
        error={errors.title}
        autoComplete="off"
        required
      />
      <TextArea
        name="need"
        label={t("about.need")}
        defaultValue={typed.need ?? cycle.need}
        limit={CYCLE_LIMITS.need}
        error={errors.need}
        required
      />
      <NeedOwnerField values={values} errors={errors} />
      <PlaceFields themes={themes} values={values} errors={errors} />
      <TextField
        name="endsOn"
        type="date"
        label={t("about.endsOn")}
        optional
        min={cycle.startsOn}
        defaultValue={typed.endsOn ?? cycle.endsOn ?? ""}
        error={errors.endsOn}
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{t(overtaken ? "conflict.keepMine" : "about.save")}</SubmitButton>
        {overtaken ? (
          <LinkButton to={cyclePaths.about(cycle.id)} kind="quiet" reload>
            {t("conflict.takeTheirs")}
          </LinkButton>
        ) : null}
      </div>
    </Form>
  );
}
