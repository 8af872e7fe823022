import { useTranslation } from "react-i18next";
import { EVIDENCE_STRENGTHS, type EvidenceStrength, TOOLKITS, type Toolkit } from "#domain/toolkit/words.ts";
import { useStrandWords } from "../use-strand-words.ts";
import { StrandSign } from "./strand-sign.tsx";

/** What the signs mean, before they are met: above the narrow picture. */
export function PictureLegend() {
  const { t } = useTranslation("toolkit");
  const words = useStrandWords();
  return (
    <section aria-label={t("picture.legend")} className="mb-8 flex flex-wrap gap-x-12 gap-y-4 text-small">
      <div>
        <p className="text-ink-soft">{t("picture.legendEvidence")}</p>
        <ul className="mt-1 flex flex-wrap gap-x-5 gap-y-1">
          {EVIDENCE_STRENGTHS.map((strength) => (
            <Entry key={strength} toolkit="leren-en-lesgeven" strength={strength} words={words.evidence(strength)} />
          ))}
        </ul>
      </div>
      <div>
        <p className="text-ink-soft">{t("picture.legendKit")}</p>
        <ul className="mt-1 flex flex-wrap gap-x-5 gap-y-1">
          {TOOLKITS.map((toolkit) => (
            <Entry key={toolkit} toolkit={toolkit} strength={3} words={t(`kit.${toolkit}`)} />
          ))}
        </ul>
      </div>
    </section>
  );
}

function Entry({ toolkit, strength, words }: { toolkit: Toolkit; strength: EvidenceStrength; words: string }) {
  return (
    <li className="flex items-center gap-1.5">
      <svg viewBox="0 0 20 20" className="size-5" aria-hidden="true">
        <StrandSign x={10} y={10} toolkit={toolkit} strength={strength} />
      </svg>
      {words}
    </li>
  );
}
