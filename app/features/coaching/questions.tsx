import { useTranslation } from "react-i18next";
import { cyclePaths } from "#app/features/cycles/paths.ts";
import { DateText } from "#app/ui/date-text.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Coaching } from "./coaching-view.ts";

/** The questions that teams asked their coach and that wait for an answer. */
export function Questions({ questions }: { questions: Coaching["questions"] }) {
  const { t } = useTranslation("coaching");
  return (
    <section aria-labelledby="questions" className="grid gap-5">
      <h2 id="questions" className="font-serif text-title-3 font-semibold">
        {t("questions.title")}
      </h2>
      {questions.length === 0 ? <p className="text-ink-soft">{t("questions.none")}</p> : null}
      <ol className="grid gap-6">
        {questions.map((question) => (
          <li key={question.threadId} className="grid gap-1 border-s-3 border-accent ps-4">
            <p className="font-serif text-lead">{question.body}</p>
            <p className="text-small text-ink-soft">
              {t("questions.from", { team: question.cycle.team.name, school: question.cycle.team.school })} ·{" "}
              <DateText value={question.askedAt} style="short" />
            </p>
            <p className="text-small">
              <TextLink to={cyclePaths.talk(question.cycle.id, question.at)}>{t("questions.answer")}</TextLink>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
