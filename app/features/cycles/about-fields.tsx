import { useTranslation } from "react-i18next";
import { RadioCards } from "#app/ui/radio-cards.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { CARE_PHASES, NEED_OWNERS } from "#domain/cycles/words.ts";
import type { ThemeGroup } from "./theme-options.ts";

type Values = Readonly<Record<string, string | undefined>>;

interface AboutFieldsProps {
  themes: readonly ThemeGroup[];
  values: Values;
  errors: Values;
}

/** Whose need it is. */
export function NeedOwnerField({ values, errors }: Omit<AboutFieldsProps, "themes">) {
  const { t } = useTranslation("cycles");
  return (
    <RadioCards
      legend={t("new.needOwner")}
      name="needOwner"
      columns={3}
      options={NEED_OWNERS.map((owner) => ({
        value: owner,
        label: t(`needOwner.${owner}`),
        description: t(`needOwnerText.${owner}`),
      }))}
      defaultValue={values.needOwner}
      error={errors.needOwner}
    />
  );
}

/** For whom, in which phase of care, and on which theme of the agenda: all may stay empty. */
export function PlaceFields({ themes, values, errors }: AboutFieldsProps) {
  const { t } = useTranslation("cycles");
  const yearOf = ({ year, now }: ThemeGroup) => t(now ? "theme.now" : "theme.year", { year });
  return (
    <>
      <TextField
        name="targetGroup"
        label={t("targetGroup")}
        hint={t("targetGroupHint")}
        optional
        defaultValue={values.targetGroup}
        error={errors.targetGroup}
        autoComplete="off"
      />
      <Select
        name="carePhase"
        label={t("carePhase.label")}
        placeholder={t("carePhase.none")}
        options={CARE_PHASES.map((phase) => ({ value: String(phase), label: t(`carePhase.${phase}`) }))}
        defaultValue={values.carePhase}
        error={errors.carePhase}
      />
      <Select
        name="themeId"
        label={t("theme.label")}
        placeholder={t("theme.none")}
        options={themes.map((group) => ({
          label: yearOf(group),
          options: group.themes.map(({ id, name }) => ({ value: id, label: name })),
        }))}
        defaultValue={values.themeId}
        error={errors.themeId}
      />
    </>
  );
}
