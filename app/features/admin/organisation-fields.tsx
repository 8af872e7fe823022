import { useTranslation } from "react-i18next";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { Fieldset } from "#app/ui/fieldset.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { EDUCATION_TYPES, type OrganisationKind, SCHOOL_LEVELS, SCHOOL_NETWORKS } from "#domain/people/words.ts";

interface OrganisationFieldsProps {
  kind: OrganisationKind;
  values: {
    name?: string;
    levels?: readonly string[];
    education?: string | null;
    network?: string | null;
    municipality?: string | null;
    institutionNumber?: string | null;
  };
  errors: Readonly<Record<string, string | undefined>>;
}

/** How the fields are called, for what is said away from them. */
export function useOrganisationLabels() {
  const { t } = useTranslation("admin");
  return {
    kind: t("organisation.kind"),
    name: t("organisation.name"),
    levels: t("organisation.levels"),
    education: t("organisation.education"),
    network: t("organisation.network"),
    municipality: t("organisation.municipality"),
    institutionNumber: t("organisation.number"),
  };
}

/** The facts of an organisation; levels, education and network only mean something for a school. */
export function OrganisationFields({ kind, values, errors }: OrganisationFieldsProps) {
  const { t } = useTranslation("admin");
  return (
    <>
      <TextField
        label={t("organisation.name")}
        name="name"
        defaultValue={values.name}
        error={errors.name}
        autoComplete="off"
        required
      />
      {kind === "school" ? (
        <>
          <Fieldset legend={t("organisation.levels")} name="levels" error={errors.levels}>
            {SCHOOL_LEVELS.map((level) => (
              <Checkbox
                key={level}
                name="levels"
                value={level}
                label={t(`organisation.level.${level}`)}
                defaultChecked={values.levels?.includes(level)}
              />
            ))}
          </Fieldset>
          <Select
            label={t("organisation.education")}
            name="education"
            placeholder={t("organisation.none")}
            options={EDUCATION_TYPES.map((type) => ({ value: type, label: t(`organisation.educationName.${type}`) }))}
            defaultValue={values.education ?? ""}
            error={errors.education}
          />
          <Select
            label={t("organisation.network")}
            name="network"
            placeholder={t("organisation.none")}
            options={SCHOOL_NETWORKS.map((name) => ({ value: name, label: t(`organisation.networkName.${name}`) }))}
            defaultValue={values.network ?? ""}
            error={errors.network}
          />
        </>
      ) : null}
      <TextField
        label={t("organisation.municipality")}
        name="municipality"
        optional
        defaultValue={values.municipality ?? ""}
        error={errors.municipality}
        autoComplete="off"
      />
      <TextField
        label={t("organisation.number")}
        hint={t("organisation.numberHint")}
        name="institutionNumber"
        optional
        inputMode="numeric"
        maxLength={6}
        defaultValue={values.institutionNumber ?? ""}
        error={errors.institutionNumber}
        autoComplete="off"
      />
    </>
  );
}
