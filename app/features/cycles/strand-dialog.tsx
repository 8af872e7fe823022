import { useFetcher } from "@remix-run/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { strandPath } from "#app/features/toolkit/paths.ts";
import { StrandFacts } from "#app/features/toolkit/strand-facts.tsx";
import { isRefusal, useRefusal } from "#app/session/refusal.ts";
import { Dialog } from "#app/ui/dialog.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { type Cycle, useCycle } from "./cycle-context.ts";
import { cyclePaths } from "./paths.ts";
import { StrandWhy } from "./strand-why.tsx";

interface StrandDialogProps {
  strand: Cycle["strands"][number] | null;
  onClose: () => void;
}

/** A strand over the page: its facts and what it is; the rest is one tab away, and the text stays where it was. */
export function StrandDialog({ strand, onClose }: StrandDialogProps) {
  return (
    <Dialog open={strand !== null} onClose={onClose} title={strand?.name ?? ""}>
      {strand ? (
        <div className="flex flex-col gap-5">
          <AboutStrand strand={strand} />
          {/* Anew for each strand: the answer about one would close the next. */}
          <Unlink key={strand.id} strandId={strand.id} onDone={onClose} />
        </div>
      ) : null}
    </Dialog>
  );
}

function AboutStrand({ strand }: { strand: Cycle["strands"][number] }) {
  const { t } = useTranslation("cycles");
  const { view } = useCycle();
  return (
    <>
      <StrandFacts strand={strand} size="normal" />
      <p>{strand.what}</p>
      <p>
        <a href={strandPath(strand.id)} target="_blank" rel="noopener" className="link">
          {t("strands.open")}
        </a>
      </p>
      {strand.linkedBy ? (
        <p className="text-small text-ink-soft">{t("strands.linkedBy", { name: strand.linkedBy })}</p>
      ) : null}
      {view.can.edit ? (
        <StrandWhy key={strand.id} strand={strand} />
      ) : strand.why ? (
        <p>
          {t("strands.why")} {strand.why}
        </p>
      ) : null}
    </>
  );
}

function Unlink({ strandId, onDone }: { strandId: string; onDone: () => void }) {
  const { t } = useTranslation("cycles");
  const { view } = useCycle();
  const unlink = useFetcher();
  const { sentence } = useRefusal(unlink.data);
  useEffect(() => {
    if (unlink.state === "idle" && unlink.data && !isRefusal(unlink.data)) onDone();
  }, [unlink.state, unlink.data, onDone]);
  if (!view.can.edit) return null;
  return (
    <>
      {sentence ? <p className="text-small text-danger">{sentence}</p> : null}
      <unlink.Form method="post" action={cyclePaths.strandRemoval(view.cycle.id)}>
        <input type="hidden" name="strandId" value={strandId} />
        <SubmitButton kind="quiet" size="small" busy={unlink.state !== "idle"} className="-ms-3">
          {t("strands.unlink")}
        </SubmitButton>
      </unlink.Form>
    </>
  );
}
