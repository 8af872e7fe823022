import { useTranslation } from "react-i18next";
import { classNames } from "./class-names.ts";

export const saveStates = ["saving", "saved", "on-device", "not-saved", "read-only", "removed"] as const;
export type SaveState = (typeof saveStates)[number];

const inks: Record<SaveState, string> = {
  saving: "text-ink-soft",
  saved: "text-ok",
  "on-device": "text-warn",
  "not-saved": "text-danger",
  "read-only": "text-ink-soft",
  removed: "text-danger",
};

const line = {
  fill: "none",
  stroke: "currentColor",
  strokeWidth: 1.75,
  strokeLinecap: "round",
  strokeLinejoin: "round",
} as const;

/** Six shapes that differ without colour: dotted ring, tick in a disc, device, warning, open eye, crossed ring. */
function Shape({ state }: { state: SaveState }) {
  switch (state) {
    case "saving":
      return (
        <circle {...line} className="breathe" cx="8" cy="8" r="5.5" strokeDasharray="0.1 3.36" strokeWidth="2.25" />
      );
    case "saved":
      return (
        <>
          <circle cx="8" cy="8" r="7" fill="currentColor" />
          <path {...line} className="stroke-paper" d="m4.8 8.2 2.2 2.2 4.2-4.6" />
        </>
      );
    case "on-device":
      return (
        <g {...line}>
          <rect x="3.5" y="1.5" width="9" height="13" rx="2" />
          <path d="m6 7.7 1.4 1.4L10.2 6M7.2 12.2h1.6" />
        </g>
      );
    case "not-saved":
      return (
        <>
          <path d="M8 1 15.4 14.4H.6Z" fill="currentColor" stroke="currentColor" strokeLinejoin="round" />
          <path {...line} className="stroke-paper" d="M8 6v3.6m0 2.2v.1" />
        </>
      );
    case "read-only":
      return (
        <g {...line}>
          <path d="M1.2 8S3.6 3.4 8 3.4 14.8 8 14.8 8 12.4 12.6 8 12.6 1.2 8 1.2 8Z" />
          <circle cx="8" cy="8" r="1.9" />
        </g>
      );
    case "removed":
      return (
        <g {...line}>
          <circle cx="8" cy="8" r="6.2" />
          <path d="m3.7 3.7 8.6 8.6" />
        </g>
      );
  }
}

interface SaveLightProps {
  state: SaveState;
  /** Something to add behind the words, such as the moment or the number of edits that wait. */
  detail?: string;
  className?: string;
}

/** Whether the work is safe. It says "bewaard" only when the server has it on disk; only bad news is read aloud. */
export function SaveLight({ state, detail, className }: SaveLightProps) {
  const { t } = useTranslation();
  const urgent = state === "not-saved" || state === "removed" || state === "on-device";
  return (
    <span className={classNames("inline-flex items-center gap-2 text-small", inks[state], className)}>
      <svg viewBox="0 0 16 16" className="size-4 shrink-0" aria-hidden="true">
        <Shape state={state} />
      </svg>
      <span aria-live={urgent ? "assertive" : "off"} className={urgent ? "font-semibold" : undefined}>
        {t(`save.${state}`)}
        {detail ? <span className="font-normal text-ink-soft"> · {detail}</span> : null}
      </span>
    </span>
  );
}
