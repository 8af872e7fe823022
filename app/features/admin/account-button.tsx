import { useTranslation } from "react-i18next";
import { Confirm } from "./confirm.tsx";

/**
 * An account is about the whole installation, so only staff closes and opens one. One button for both: who closed it
 * keeps the place, and can take it back with the next press.
 */
export function AccountButton({
  person: { id, name, disabled },
}: {
  person: { id: string; name: string; disabled: boolean };
}) {
  const { t } = useTranslation("admin");
  const words = (verb: "open" | "close") => ({
    verb: t(`people.${verb}`),
    title: t(`people.${verb}Title`, { name }),
    text: t(`people.${verb}Text`, { name }),
    done: t(`people.${verb}Done`, { name }),
  });
  return disabled ? (
    <Confirm action={`/beheer/mensen/${id}/heropening`} name={name} {...words("open")} calm />
  ) : (
    <Confirm action={`/beheer/mensen/${id}/afsluiting`} name={name} {...words("close")} />
  );
}
