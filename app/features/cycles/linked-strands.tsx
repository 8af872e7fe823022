import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { StrandFacts } from "#app/features/toolkit/strand-facts.tsx";
import { Button } from "#app/ui/button.tsx";
import { useFigureWords } from "#app/ui/evidence-marks.tsx";
import { useFocusBeyond } from "#app/ui/use-focus-beyond.ts";
import { type Cycle, useCycle } from "./cycle-context.ts";
import { LinkStrand } from "./link-strand.tsx";
import { StrandDialog } from "./strand-dialog.tsx";

type Strand = Cycle["strands"][number];

/** What research says about the strands of this cycle, beside the text. A strand opens without losing one's place. */
export function LinkedStrands({ marks = false }: { marks?: boolean }) {
  const { t } = useTranslation("cycles");
  const { view } = useCycle();
  const [openId, open] = useState<string | null>(null);
  const [linking, link] = useState(false);
  const opened = view.strands.find(({ id }) => id === openId) ?? null;
  return (
    <section aria-labelledby="strands" className="flex flex-col gap-3">
      <h2 id="strands" className="font-serif text-title-4 font-semibold">
        {t("strands.title")}
      </h2>
      {view.strands.length === 0 ? (
        <p className="text-small text-ink-soft">{t(view.can.edit ? "strands.none" : "strands.noneReading")}</p>
      ) : (
        <ul className="flex flex-col gap-4">
          {view.strands.map((strand) => (
            <LinkedStrand key={strand.id} strand={strand} marks={marks} onOpen={() => open(strand.id)} />
          ))}
        </ul>
      )}
      {view.can.edit ? (
        <div className="no-print">
          <Button kind="quiet" size="small" icon={Plus} onClick={() => link(true)} className="-ms-3">
            {t("strands.link")}
          </Button>
        </div>
      ) : null}
      <StrandDialog strand={opened} onClose={() => open(null)} />
      <LinkStrand open={linking} onClose={() => link(false)} />
    </section>
  );
}

function LinkedStrand({ strand, marks, onOpen }: { strand: Strand; marks: boolean; onOpen: () => void }) {
  return (
    <li ref={useFocusBeyond()} className="flex flex-col gap-1">
      <button type="button" onClick={onOpen} className="link min-h-8 self-start text-start text-small font-semibold">
        {strand.name}
      </button>
      {strand.why ? <p className="font-serif text-small">{strand.why}</p> : null}
      {marks ? <StrandFacts strand={strand} size="line" /> : <FactsInWords strand={strand} />}
    </li>
  );
}

function FactsInWords({ strand }: { strand: Strand }) {
  const { t } = useTranslation();
  const words = useFigureWords({
    months: strand.impactMonths,
    cost: strand.cost,
    strength: strand.evidenceStrength,
  });
  return (
    <dl className="flex flex-wrap gap-x-3 text-tiny text-ink-soft">
      {(["months", "cost", "strength"] as const).map((figure) => (
        <div key={figure} className="flex gap-1">
          <dt>{t(`evidence.${figure}Name`)}:</dt>
          <dd className="font-medium text-ink">{words[figure]}</dd>
        </div>
      ))}
    </dl>
  );
}
