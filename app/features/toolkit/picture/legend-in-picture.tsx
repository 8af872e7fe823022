import { useTranslation } from "react-i18next";
import { EVIDENCE_STRENGTHS, type EvidenceStrength, TOOLKITS, type Toolkit } from "#domain/toolkit/words.ts";
import { useStrandWords } from "../use-strand-words.ts";
import { PICTURE } from "./lay-out-picture.ts";
import { StrandSign } from "./strand-sign.tsx";

const LINE = 20;
const TOP = PICTURE.top + PICTURE.lanePadding + PICTURE.rowHeight + 14;

/** What the signs mean, in the corner of the wide picture that the layout keeps free for it. */
export function LegendInPicture() {
  const { t } = useTranslation("toolkit");
  const words = useStrandWords();
  return (
    <g transform={`translate(0 ${TOP})`} className="fill-ink-soft text-[12.5px]">
      <text y="4.5">{t("picture.fill")}</text>
      {EVIDENCE_STRENGTHS.map((strength) => (
        <Entry key={strength} line={strength + 1.1} strength={strength} words={words.evidence(strength)} />
      ))}
      {TOOLKITS.map((toolkit, index) => (
        <Entry key={toolkit} line={7.6 + index} toolkit={toolkit} strength={3} words={t(`kitInFull.${toolkit}`)} />
      ))}
    </g>
  );
}

interface EntryProps {
  line: number;
  strength: EvidenceStrength;
  toolkit?: Toolkit;
  words: string;
}

function Entry({ line, strength, toolkit = "leren-en-lesgeven", words }: EntryProps) {
  return (
    <>
      <StrandSign x={9} y={line * LINE} toolkit={toolkit} strength={strength} />
      <text x="25" y={line * LINE + 4.5}>
        {words}
      </text>
    </>
  );
}
