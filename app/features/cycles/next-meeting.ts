/** The nearest meeting that is still to come. */
export function nextMeetingOf<Meeting extends { startsAt: string }>(
  meetings: readonly Meeting[],
  now: string,
): Meeting | null {
  const coming = meetings.filter(({ startsAt }) => startsAt >= now);
  return coming.sort((one, other) => one.startsAt.localeCompare(other.startsAt))[0] ?? null;
}
