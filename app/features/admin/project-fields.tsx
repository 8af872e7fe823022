import { useTranslation } from "react-i18next";
import { useFormat } from "#app/i18n/use-format.ts";
import type { RefusalWords } from "#app/session/refusal.ts";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { Fieldset } from "#app/ui/fieldset.tsx";
import { MultiSelect } from "#app/ui/multi-select.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { themes } from "#content/agenda/index.ts";
import type { Toolkit } from "#domain/toolkit/words.ts";

interface ProjectFieldsProps extends Pick<RefusalWords, "errors" | "typed"> {
  programmes: readonly { id: string; name: string }[];
  applicants: readonly { id: string; name: string; municipality: string | null }[];
  strands: readonly { id: string; name: string; toolkit: Toolkit }[];
}

/** How the fields are called, for what is said away from them. */
export function useProjectLabels() {
  const { t } = useTranslation("admin");
  return {
    programmeId: t("project.programme"),
    applicantId: t("project.applicant"),
    name: t("project.name"),
    summary: t("project.summary"),
    startsOn: t("project.startsOn"),
    endsOn: t("project.endsOn"),
    themeIds: t("project.themes"),
    strandIds: t("project.strands"),
  };
}

/** What a project is. Who leads it, who coaches and which teams take part follow on its own page. */
export function ProjectFields({ programmes, applicants, strands, errors, typed }: ProjectFieldsProps) {
  const { t } = useTranslation(["admin", "cycles"]);
  const { language } = useFormat();
  return (
    <>
      <Select
        label={t("project.programme")}
        name="programmeId"
        placeholder={t("project.choose")}
        options={programmes.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={typed.programmeId ?? (programmes.length === 1 ? programmes[0]?.id : "")}
        error={errors.programmeId}
      />
      <Select
        label={t("project.applicant")}
        name="applicantId"
        placeholder={t("project.choose")}
        options={applicants.map(({ id, name, municipality }) => ({
          value: id,
          label: municipality ? `${name} (${municipality})` : name,
        }))}
        defaultValue={typed.applicantId}
        error={errors.applicantId}
      />
      <TextField
        label={t("project.name")}
        name="name"
        defaultValue={typed.name}
        error={errors.name}
        autoComplete="off"
        required
      />
      <TextArea
        label={t("project.summary")}
        name="summary"
        rows={4}
        limit={2_000}
        optional
        defaultValue={typed.summary}
        error={errors.summary}
      />
      <div className="grid gap-6 sm:grid-cols-2">
        <TextField
          label={t("project.startsOn")}
          name="startsOn"
          type="date"
          defaultValue={typed.startsOn}
          error={errors.startsOn}
          required
        />
        <TextField
          label={t("project.endsOn")}
          name="endsOn"
          type="date"
          defaultValue={typed.endsOn}
          error={errors.endsOn}
          required
        />
      </div>
      <Fieldset legend={t("project.themes")} name="themeIds" error={errors.themeIds}>
        <div className="grid gap-x-8 gap-y-1 sm:grid-cols-2">
          {themes.map((theme) => (
            <Checkbox
              key={theme.id}
              name="themeIds"
              value={theme.id}
              label={theme[language]}
              defaultChecked={typed.themeIds === theme.id}
            />
          ))}
        </div>
      </Fieldset>
      <MultiSelect
        label={t("project.strands")}
        name="strandIds"
        options={strands.map(({ id, name, toolkit }) => ({
          id,
          label: name,
          detail: toolkit === "kleuters" ? t("cycles:strands.kit.kleuters") : undefined,
        }))}
        error={errors.strandIds}
      />
    </>
  );
}
