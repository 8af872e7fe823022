import { useTranslation } from "react-i18next";
import { LinkButton } from "#app/ui/link-button.tsx";
import { errorKindOf } from "./error-kind.ts";

/** A wrong turn or a fault, in a sentence, with a way on. Never a stack, never a code on its own. */
export function ErrorPage({ error }: { error: unknown }) {
  const { t } = useTranslation("errors");
  const kind = errorKindOf(error);
  return (
    <div className="mx-auto max-w-measure py-8">
      <p className="text-small text-ink-faint">{t("code", { code: kind })}</p>
      <h1 className="mt-2 font-serif text-title-1 font-semibold">{t(`page.${kind}.title`)}</h1>
      <p className="mt-4 text-lead text-ink-soft">{t(`page.${kind}.text`)}</p>
      <div className="mt-8">
        <LinkButton to="/" reload={kind === "500"}>
          {t("home")}
        </LinkButton>
      </div>
    </div>
  );
}
