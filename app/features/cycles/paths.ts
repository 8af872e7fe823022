import type { Stage } from "#domain/cycles/phases.ts";

/** The Dutch word in the address of each stage's page. */
export const STAGE_SLUGS: Record<Stage, string> = {
  need: "behoefte",
  sources: "bronnen",
  implement: "implementeren",
  evaluate: "evalueren",
  anchor: "borgen",
};

export function stageOfSlug(slug: string | undefined): Stage | undefined {
  return (Object.keys(STAGE_SLUGS) as Stage[]).find((stage) => STAGE_SLUGS[stage] === slug);
}

/** Every address that has to do with a cycle, in one place: screens and forms ask here. */
export const cyclePaths = {
  start: "/start",
  startNew: "/lussen/nieuw",
  cycle: (cycleId: string) => `/lussen/${cycleId}`,
  stage: (cycleId: string, stage: Stage) => `/lussen/${cycleId}/${STAGE_SLUGS[stage]}`,
  history: (cycleId: string, stage: Stage) => `/lussen/${cycleId}/${STAGE_SLUGS[stage]}/geschiedenis`,
  version: (cycleId: string, stage: Stage, versionId: string) =>
    `/lussen/${cycleId}/${STAGE_SLUGS[stage]}/geschiedenis/${versionId}`,
  versionRestoration: (cycleId: string, stage: Stage, versionId: string) =>
    `/lussen/${cycleId}/${STAGE_SLUGS[stage]}/geschiedenis/${versionId}/terug`,
  removalAcceptance: (cycleId: string, stage: Stage, versionId: string) =>
    `/lussen/${cycleId}/${STAGE_SLUGS[stage]}/geschiedenis/${versionId}/zo-laten`,
  namedVersions: (cycleId: string, stage: Stage) => `/lussen/${cycleId}/${STAGE_SLUGS[stage]}/versies`,
  /** Where a conversation stands: at its card, beside its text, or among the talk about the whole cycle. */
  talk: (cycleId: string, at: { stage: Stage | null; cardId: string | null }): string =>
    at.stage === null
      ? cyclePaths.activity(cycleId)
      : `${cyclePaths.stage(cycleId, at.stage)}${at.cardId ? `#card-${at.cardId}` : ""}`,
  activity: (cycleId: string) => `/lussen/${cycleId}/activiteit`,
  about: (cycleId: string) => `/lussen/${cycleId}/over`,
  move: (cycleId: string) => `/lussen/${cycleId}/verplaatsing`,
  strands: (cycleId: string) => `/lussen/${cycleId}/strands`,
  strandRemoval: (cycleId: string) => `/lussen/${cycleId}/strands/weg`,
  strandWhy: (cycleId: string) => `/lussen/${cycleId}/strands/waarom`,
  decisions: (cycleId: string) => `/lussen/${cycleId}/beslissingen`,
  decisionRemoval: (cycleId: string) => `/lussen/${cycleId}/beslissingen/weg`,
  meetings: (cycleId: string) => `/lussen/${cycleId}/bijeenkomsten`,
  meetingCancellation: (cycleId: string) => `/lussen/${cycleId}/bijeenkomsten/afzegging`,
  cards: (cycleId: string) => `/lussen/${cycleId}/kaarten`,
  card: (cycleId: string, cardId: string) => `/lussen/${cycleId}/kaarten/${cardId}`,
  cardRemoval: (cycleId: string, cardId: string) => `/lussen/${cycleId}/kaarten/${cardId}/weg`,
  cardReturn: (cycleId: string, cardId: string) => `/lussen/${cycleId}/kaarten/${cardId}/terug`,
  threads: (cycleId: string) => `/lussen/${cycleId}/gesprekken`,
  threadAnswers: (threadId: string) => `/gesprekken/${threadId}/antwoorden`,
  threadResolution: (threadId: string) => `/gesprekken/${threadId}/oplossing`,
  threadReopening: (threadId: string) => `/gesprekken/${threadId}/heropening`,
  documentAudience: (cycleId: string) => `/lussen/${cycleId}/zichtbaarheid`,
  cardsAudience: (cycleId: string) => `/lussen/${cycleId}/kaarten-zichtbaarheid`,
  closing: (cycleId: string) => `/lussen/${cycleId}/sluiting`,
  reopening: (cycleId: string) => `/lussen/${cycleId}/heropening`,
  discarding: (cycleId: string) => `/lussen/${cycleId}/prullenbak`,
  binReturn: (teamId: string) => `/teams/${teamId}/prullenbak/terug`,
} as const;
