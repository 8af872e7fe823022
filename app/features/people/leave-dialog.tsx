import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { Obstacle } from "./leave-form.tsx";

interface LeaveDialogProps {
  obstacle: Obstacle;
  onStay: () => void;
  onForget: () => void;
  onLeave: () => void;
}

/** Asks before work is lost by leaving, and says what can be done without a connection. */
export default function LeaveDialog({ obstacle: { edits, offline }, onStay, onForget, onLeave }: LeaveDialogProps) {
  const { t } = useTranslation("people");
  const [forgotten, setForgotten] = useState(false);
  const go = () => {
    if (!offline) return onLeave();
    onForget();
    setForgotten(true);
  };
  return (
    <Dialog
      open
      onClose={onStay}
      title={t(offline ? "leave.offlineTitle" : "leave.title")}
      actions={
        forgotten ? null : (
          <>
            <Button onClick={onStay}>{t("leave.stay")}</Button>
            <Button kind="danger" onClick={go}>
              {t(offline ? "leave.forget" : "leave.leave")}
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-3">
        {edits > 0 && !forgotten ? <p>{t("leave.unsent", { count: edits })}</p> : null}
        {offline && !forgotten ? <p>{t("leave.offline")}</p> : null}
        {forgotten ? (
          <Notice kind="ok" title={t("leave.forgotten")} announced>
            {t("leave.forgottenText")}
          </Notice>
        ) : null}
      </div>
    </Dialog>
  );
}
