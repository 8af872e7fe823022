import type { CoachingView } from "#server/overview/index.ts";

/** What the coach's page listens to: its projects, and the coach, for a project that is not among them yet. */
export const coachingTopics = ({ viewerId, projects }: Pick<CoachingView, "viewerId" | "projects">): string[] => [
  `person:${viewerId}`,
  ...projects.map(({ id }) => `project:${id}`),
];
