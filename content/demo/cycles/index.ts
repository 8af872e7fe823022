import type { DemoCycle } from "../story.ts";
import { buddies } from "./buddies/index.ts";
import { calmAfterBreak } from "./calm-after-break.ts";
import { homework } from "./homework.ts";
import { longTexts } from "./long-texts/index.ts";
import { pictureBooks } from "./picture-books.ts";
import { richerTalk } from "./richer-talk.ts";
import { strategiesEverywhere } from "./strategies-everywhere.ts";
import { testLanguage } from "./test-language.ts";
import { tutorReading } from "./tutor-reading.ts";
import { usefulFeedback } from "./useful-feedback/index.ts";
import { wordProblems } from "./word-problems.ts";

/** A parent comes before its child. */
export const cycles: DemoCycle[] = [
  longTexts,
  tutorReading,
  usefulFeedback,
  buddies,
  testLanguage,
  homework,
  pictureBooks,
  strategiesEverywhere,
  calmAfterBreak,
  wordProblems,
  richerTalk,
];
