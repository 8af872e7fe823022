import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { languageFrom } from "#app/i18n/languages.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import type { Language } from "#domain/people/words.ts";

/** Somebody of the demo, with the password that was printed at the start: only ever where a demo was asked for. */
export interface DemoPerson {
  name: string;
  email: string;
  role: Readonly<Record<Language, string>>;
  password: string;
}

/** The people of the demo, each one press away. Plain forms: they work before any script does. */
export function DemoPeople({ people }: { people: readonly DemoPerson[] }) {
  const { t, i18n } = useTranslation("people");
  const language = languageFrom(i18n.language);
  return (
    <section aria-labelledby="demo-people" className="max-w-form">
      <h2 id="demo-people" className="font-serif text-title-3 font-semibold">
        {t("demo.title")}
      </h2>
      <p className="mt-1 mb-4 text-small text-ink-soft">{t("demo.lead")}</p>
      <ul className="border-t border-line">
        {people.map(({ name, email, role, password }) => (
          <li key={email} className="border-b border-line">
            <Form method="post">
              <input type="hidden" name="email" value={email} />
              <input type="hidden" name="password" value={password} />
              <button
                type="submit"
                aria-label={t("demo.enter", { name, role: role[language] })}
                className="flex min-h-12 w-full items-center gap-3 px-2 py-2 text-start hover:bg-accent-tint"
              >
                <Avatar id={email} name={name} size="small" named={false} />
                <span className="min-w-0">
                  <span className="block font-medium">{name}</span>
                  <span className="block text-small text-ink-soft">{role[language]}</span>
                </span>
              </button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}
