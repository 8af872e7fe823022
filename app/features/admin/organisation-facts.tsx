import { Form, useActionData, useNavigation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { isRefusal, useRefusal } from "#app/session/refusal.ts";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { useSay } from "#app/ui/status-region.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { OrganisationFields, useOrganisationLabels } from "./organisation-fields.tsx";
import type { Organisation } from "./organisation-screen.ts";
import { Part } from "./part.tsx";

/** What the organisation is, to be kept right by who manages it. */
export function OrganisationFacts({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation("admin");
  const labels = useOrganisationLabels();
  const say = useSay();
  const answer = useActionData<unknown>();
  const { state } = useNavigation();
  const { sentence, errors, typed } = useRefusal(answer);
  const told = useRef<unknown>(null);
  useEffect(() => {
    if (state !== "idle" || !answer || isRefusal(answer) || told.current === answer) return;
    told.current = answer;
    say(t("organisation.saved"));
  }, [state, answer, say, t]);
  return (
    <Part id="facts" title={t("organisation.facts")}>
      <Form method="post" noValidate className="grid max-w-form gap-5">
        <FormErrorSummary errors={errors} labels={labels} general={sentence} />
        <OrganisationFields
          kind={organisation.kind}
          values={{ ...organisation, ...typed, levels: typed.levels ? [typed.levels] : organisation.levels }}
          errors={errors}
        />
        <div>
          <SubmitButton>{t("organisation.save")}</SubmitButton>
        </div>
      </Form>
    </Part>
  );
}
