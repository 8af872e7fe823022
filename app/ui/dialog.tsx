import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button.tsx";
import { focusBeyond } from "./use-focus-beyond.ts";

interface DialogProps {
  open: boolean;
  /** Asked for by Escape, the close button or a press outside. Not called when the parent closes it. */
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  /** Buttons at the bottom, the primary one first. */
  actions?: ReactNode;
}

/** One question that comes before everything else. The browser's own modal: it keeps the focus and gives it back. */
export function Dialog({ open, onClose, title, children, actions }: DialogProps) {
  const { t } = useTranslation();
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const dialog = element.current;
    if (open && !dialog?.open) dialog?.showModal();
    if (open || !dialog?.open) return;
    dialog.close();
    // What it was opened with may be gone by what was done in it.
    if (document.activeElement === document.body) focusBeyond(dialog);
  }, [open]);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the press outside is an extra; Escape and the button are the keyboard's way
    <dialog
      ref={element}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === element.current && onClose()}
      className="arrive m-auto w-[min(36rem,calc(100vw-2rem))] rounded-large bg-surface p-0 shadow-raised backdrop:bg-[rgb(20_15_8/50%)]"
    >
      <div className="flex max-h-[calc(100dvh-4rem)] flex-col gap-4 overflow-y-auto p-6">
        <div className="flex items-start justify-between gap-4">
          <h2 id={titleId} className="font-serif text-title-3 font-semibold">
            {title}
          </h2>
          <Button kind="quiet" size="small" icon={X} onClick={onClose} className="-me-3 -mt-0.5 shrink-0">
            {t("close")}
          </Button>
        </div>
        <div>{children}</div>
        {actions ? <div className="flex flex-wrap items-center gap-3">{actions}</div> : null}
      </div>
    </dialog>
  );
}
