import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { StrandView } from "#server/toolkit/index.ts";

/** What there is to read about a strand, in our words, and then what its figures hide. */
export function StrandWords({ strand }: Pick<StrandView, "strand">) {
  const { t } = useTranslation("toolkit");
  return (
    <div className="prose *:first:mt-0">
      <Part title={t("strand.what")}>
        <p>{strand.what}</p>
      </Part>
      <Part title={t("strand.watch")}>
        <p>{strand.watch}</p>
      </Part>
      <Part title={t("strand.forWhom")}>
        <p>{strand.forWhom}</p>
      </Part>
      <Sentences title={t("strand.behind")} sentences={strand.behindTheAverage} />
      <Sentences title={t("strand.differences")} sentences={strand.differences} />
    </div>
  );
}

/** A fragment and not a section: the styles of running text count on siblings. */
function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h2>{title}</h2>
      {children}
    </>
  );
}

function Sentences({ title, sentences }: { title: string; sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <Part title={title}>
      {sentences.length === 1 ? (
        <p>{sentences[0]}</p>
      ) : (
        <ul>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </Part>
  );
}
