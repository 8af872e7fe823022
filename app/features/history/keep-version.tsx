import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { cyclePaths } from "#app/features/cycles/paths.ts";
import { useRefusal } from "#app/session/refusal.ts";
import { Notice } from "#app/ui/notice.tsx";
import { useSay } from "#app/ui/status-region.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import type { Stage } from "#domain/cycles/phases.ts";
import { VERSION_NAME_LIMIT } from "#domain/documents/moments.ts";

/** Keeps the text as it is now under a name that the team chooses. */
export function KeepVersion({ cycleId, stage }: { cycleId: string; stage: Stage }) {
  const { t } = useTranslation("history");
  const fetcher = useFetcher();
  const { sentence, errors } = useRefusal(fetcher.data);
  const form = useRef<HTMLFormElement>(null);
  const sent = useRef(false);
  const say = useSay();
  const refused = Boolean(sentence ?? errors.name);

  useEffect(() => {
    if (fetcher.state !== "idle") sent.current = true;
    else if (sent.current) {
      sent.current = false;
      if (refused) return;
      form.current?.reset();
      say(t("keep.done"));
    }
  }, [fetcher.state, refused, say, t]);

  return (
    <section aria-labelledby="keep" className="flex flex-col gap-4 self-start">
      <div>
        <h3 id="keep" className="font-serif text-title-4 font-semibold">
          {t("keep.title")}
        </h3>
        <p className="mt-1 text-small text-ink-soft">{t("keep.text")}</p>
      </div>
      <fetcher.Form
        ref={form}
        method="post"
        action={cyclePaths.namedVersions(cycleId, stage)}
        className="flex flex-col gap-4"
        noValidate
      >
        {sentence ? <Notice kind="error">{sentence}</Notice> : null}
        <TextField
          name="name"
          id="version-name"
          label={t("keep.name")}
          placeholder={t("keep.example")}
          maxLength={VERSION_NAME_LIMIT}
          autoComplete="off"
          error={errors.name}
        />
        <div>
          <SubmitButton busy={fetcher.state !== "idle"}>{t("keep.do")}</SubmitButton>
        </div>
      </fetcher.Form>
    </section>
  );
}
