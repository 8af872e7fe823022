import type { SerializeFrom } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { useFormat } from "#app/i18n/use-format.ts";
import { isCardKind } from "#domain/cards/kinds.ts";
import { isStage } from "#domain/cycles/phases.ts";
import type { ActivityRow } from "#server/workspace/index.ts";

/** A row of the activity list as a loader gives it. */
export type Happening = SerializeFrom<Pick<ActivityRow, "id" | "type" | "at" | "data" | "actorId" | "cycleId">> & {
  by: string | null;
  strand?: string | null;
};

/** Says what happened in one plain sentence. An event that has none of its own still reads as work on the cycle. */
export function useActivitySentence(): (happening: Happening) => string {
  const { t } = useTranslation(["activity", "common"]);
  const { date } = useFormat();
  return ({ type, data: raw, by: name, actorId, strand }) => {
    const by = name ?? t(actorId ? "former" : "system");
    const data = raw as Readonly<Record<string, unknown>>;
    const text = (key: string): string => (typeof data[key] === "string" ? data[key] : "");
    const stageNamed = (key: string) => (isStage(data[key]) ? t(`common:phase.${data[key]}`) : "");
    const kind = isCardKind(data.kind) ? t(`kind.${data.kind}`) : "";
    switch (type) {
      case "cycle.moved": {
        const values = { by, to: stageNamed("to"), why: text("why") };
        if (data.back === true) return t("cycle.movedBack", values);
        return t(values.why ? "cycle.movedWhy" : "cycle.moved", values);
      }
      case "cycle.strand-linked":
      case "cycle.strand-explained": {
        const values = { by, strand: strand ?? text("strandId"), why: text("why") };
        return t(type === "cycle.strand-linked" && values.why ? "cycle.strand-linkedWhy" : type, values);
      }
      case "cycle.strand-unlinked":
        return t(type, { by, strand: strand ?? text("strandId") });
      case "cycle.meeting-planned":
        return t(type, { by, day: date(text("startsAt"), "day"), time: date(text("startsAt"), "time") });
      case "cycle.decision-noted":
        return t(type, { by, day: date(text("startsAt"), "day") });
      case "cycle.decision-struck":
      case "cycle.started":
      case "cycle.changed":
      case "cycle.closed":
      case "cycle.reopened":
      case "cycle.discarded":
      case "cycle.restored":
      case "cycle.meeting-cancelled":
      case "cycle.cards-shared":
      case "cycle.cards-kept-to-team":
      case "thread.answered":
      case "thread.resolved":
      case "thread.reopened":
      case "visit.planned":
      case "visit.held":
      case "visit.notes-changed":
      case "visit.cancelled":
        return t(type, { by });
      case "document.written":
        return isStage(data.stage) ? t("document.writtenIn", { by, stage: stageNamed("stage") }) : t(type, { by });
      case "document.version-named":
      case "document.restored":
      case "document.text-removed":
      case "document.text-brought-back":
      case "document.removal-accepted":
      case "document.shared":
      case "document.kept-to-team":
        return t(type, { by, stage: stageNamed("stage") });
      case "card.added":
      case "card.changed":
      case "card.discarded":
      case "card.restored":
        return t(type, { by, kind, title: text("title") });
      case "thread.started":
        return t(data.asksCoach === true ? "thread.startedForCoach" : type, { by });
      default:
        return t("other", { by });
    }
  };
}
