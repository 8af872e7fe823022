import { useTranslation } from "react-i18next";
import { useFormat } from "#app/i18n/use-format.ts";
import { PERSPECTIVES, type Perspective, SOURCE_KINDS, type SourceKind } from "#domain/cards/kinds.ts";

interface Heard {
  kinds: Readonly<Record<SourceKind, number>>;
  perspectives: Readonly<Record<Perspective, number>>;
}

/** What a source board has and lacks, in words. */
export function useHeardWords({ kinds, perspectives }: Heard) {
  const { t } = useTranslation("cycles");
  const { list } = useFormat();
  const people = (names: readonly Perspective[], kind: "and" | "or" = "and") =>
    list(
      names.map((name) => t(`perspective.${name}`)),
      kind,
    );
  const heard = PERSPECTIVES.filter((name) => perspectives[name] > 0);
  const notHeard = PERSPECTIVES.filter((name) => perspectives[name] === 0);
  const lacking = SOURCE_KINDS.filter((kind) => kinds[kind] === 0);
  const lackingWords = list(
    lacking.map((kind) => t(`sourceKind.${kind}`)),
    "or",
  );

  const missing = () => {
    if (lacking.length > 0 && notHeard.length > 0)
      return t("board.missingAnd", { kinds: lackingWords, who: people(notHeard) });
    if (lacking.length > 0) return t("board.missing", { kinds: lackingWords });
    return notHeard.length > 0 ? t("board.missingWho", { who: people(notHeard) }) : null;
  };
  return { heard: people(heard), notHeard: people(notHeard), missing: missing() };
}
