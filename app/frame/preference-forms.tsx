import { useFetcher, useLocation } from "@remix-run/react";
import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { languages } from "#app/i18n/languages.ts";
import { Icon } from "#app/ui/icon.tsx";
import { themes } from "./themes.ts";
import { useRoot } from "./use-root.ts";

interface ChoiceProps {
  name: string;
  value: string;
  chosen: boolean;
  lang?: string;
  children: ReactNode;
}

function Choice({ name, value, chosen, lang, children }: ChoiceProps) {
  return (
    <li>
      <button
        type="submit"
        name={name}
        value={value}
        lang={lang}
        aria-pressed={chosen}
        className="flex min-h-9 w-full items-center gap-2 rounded-small px-2 text-start text-small hover:bg-sunken aria-pressed:font-semibold"
      >
        <span className="w-5">{chosen ? <Icon of={Check} /> : null}</span>
        {children}
      </button>
    </li>
  );
}

/** Language and theme: two plain forms of one button per choice. Another language comes as a fresh page. */
export function PreferenceForms() {
  const { t, i18n } = useTranslation();
  const { pathname, search } = useLocation();
  const theme = useFetcher();
  const current = useRoot()?.theme ?? "auto";
  const returnTo = <input type="hidden" name="returnTo" value={pathname + search} />;
  const heading = "px-2 pt-3 pb-1 text-tiny font-semibold text-ink-faint";
  return (
    <div className="grid grid-cols-2 gap-x-2">
      <form method="post" action="/taal">
        {returnTo}
        <h2 className={heading}>{t("frame.language")}</h2>
        <ul>
          {languages.map((language) => (
            <Choice key={language} name="language" value={language} lang={language} chosen={i18n.language === language}>
              {t(`frame.languageName.${language}`)}
            </Choice>
          ))}
        </ul>
      </form>
      <theme.Form method="post" action="/weergave">
        {returnTo}
        <h2 className={heading}>{t("frame.theme")}</h2>
        <ul>
          {themes.map((one) => (
            <Choice key={one} name="theme" value={one} chosen={(theme.formData?.get("theme") ?? current) === one}>
              {t(`frame.themeName.${one}`)}
            </Choice>
          ))}
        </ul>
      </theme.Form>
    </div>
  );
}
