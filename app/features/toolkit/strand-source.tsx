import { useTranslation } from "react-i18next";
import { useFormat } from "#app/i18n/use-format.ts";
import { Notice } from "#app/ui/notice.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { StrandView } from "#server/toolkit/index.ts";
import { isEditionUnsure } from "./unverified.ts";

const FIELDS = ["impactMonths", "cost", "evidenceStrength", "asOf"] as const;

/** Where the figures come from, and what about them nobody could check. */
export function StrandSource({ strand }: Pick<StrandView, "strand">) {
  const { t, i18n } = useTranslation("toolkit");
  const { list } = useFormat();
  const { source, unverifiedFields, edition, nameNlVerified } = strand;
  const unverified = FIELDS.filter((field) => unverifiedFields.includes(field));
  const isOwnTranslation = i18n.language === "nl" && !nameNlVerified;
  return (
    <section className="text-small">
      <h2 className="mb-2 font-serif text-title-4 font-semibold">{t("strand.source")}</h2>
      <p>
        {source ? (
          source.url ? (
            <TextLink to={source.url}>{source.name}</TextLink>
          ) : (
            source.name
          )
        ) : (
          t("strand.sourceUnknown")
        )}
      </p>
      <p className="text-ink-soft">{t(isEditionUnsure(unverifiedFields) ? "editionUnsure" : "edition", { edition })}</p>
      {unverified.length > 0 ? (
        <Notice kind="warn" title={t("strand.unverifiedTitle")} className="mt-4">
          {t("strand.unverified", { what: list(unverified.map((field) => t(`strand.unverifiedField.${field}`))) })}
        </Notice>
      ) : null}
      <p className="mt-3 text-tiny text-ink-faint">
        {t("strand.ownWords")} {isOwnTranslation ? t("strand.ownTranslation") : null}
      </p>
    </section>
  );
}
