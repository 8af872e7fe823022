import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

interface StatusMessage {
  text: string;
  /** One thing to do about it, usually taking it back. */
  action?: { label: string; onPress: () => void };
}

const Say = createContext<(message: string | StatusMessage) => void>(() => {});

/** `const say = useSay(); say(t("saved"))`: a sentence at the foot of the screen, also read aloud, gone after a while. */
export const useSay = () => useContext(Say);

const readingTimeMs = 6_000;

/** Where passing notices appear. Lasting ones belong in the page (Notice). Stays while pointed at or focused. */
export function StatusRegion({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const [message, setMessage] = useState<StatusMessage | null>(null);
  const [held, hold] = useState(false);
  const turn = useRef(0);
  const say = useCallback((next: string | StatusMessage) => {
    turn.current += 1;
    setMessage(typeof next === "string" ? { text: next } : next);
  }, []);
  const before = useRef<HTMLElement | null>(null);
  // The button that is pressed goes with the notice: nobody hears that pointer and focus have left it.
  const close = useCallback(() => {
    before.current?.focus();
    hold(false);
    setMessage(null);
  }, []);

  useEffect(() => {
    if (!message || held) return;
    const timer = setTimeout(close, readingTimeMs);
    return () => clearTimeout(timer);
  }, [message, held, close]);

  return (
    <Say.Provider value={say}>
      {children}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: pointing at the notice only keeps it there */}
      <div
        className="no-print pointer-events-none fixed inset-x-4 bottom-4 z-40 flex justify-center"
        onPointerEnter={() => hold(true)}
        onPointerLeave={() => hold(false)}
        onFocus={({ currentTarget, relatedTarget }) => {
          hold(true);
          if (!currentTarget.contains(relatedTarget)) before.current = relatedTarget as HTMLElement | null;
        }}
        onBlur={({ currentTarget, relatedTarget }) => {
          hold(false);
          if (!currentTarget.contains(relatedTarget)) before.current = null;
        }}
      >
        <div role="status">
          {message ? (
            <div
              key={turn.current}
              className="arrive pointer-events-auto flex items-center gap-4 rounded-base bg-ink px-4 py-2 text-small text-paper shadow-raised forced-edge"
            >
              <p>{message.text}</p>
              {message.action ? (
                <button
                  type="button"
                  className="min-h-9 font-semibold underline underline-offset-4"
                  onClick={() => {
                    message.action?.onPress();
                    close();
                  }}
                >
                  {message.action.label}
                </button>
              ) : null}
              <button type="button" className="min-h-9 underline underline-offset-4" onClick={close}>
                {t("close")}
              </button>
            </div>
          ) : null}
        </div>
      </div>
    </Say.Provider>
  );
}
