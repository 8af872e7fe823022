/** How much is measured. A full run takes about 20 minutes on two cores, a quick one about four. */
export interface Effort {
  rounds: number;
  /** Nothing begins after this; what was measured counts. */
  withinMs: number;
  latency: { ms: number; crowds: readonly { clients: number; typists: number }[] };
  steadyMs: number;
  ramp: { stepMs: number; firstSteps: number; laterSteps: number };
  openDocuments: number;
  kills: { count: number; withinMs: number };
}

export const LATENCY_CROWDS = [
  { clients: 2, typists: 1 },
  { clients: 10, typists: 1 },
  { clients: 10, typists: 10 },
  { clients: 50, typists: 1 },
  { clients: 50, typists: 10 },
  { clients: 200, typists: 1 },
  { clients: 200, typists: 10 },
] as const;

export const FULL: Effort = {
  rounds: 5,
  withinMs: 28 * 60_000,
  latency: { ms: 800, crowds: LATENCY_CROWDS },
  steadyMs: 1_500,
  ramp: { stepMs: 600, firstSteps: 9, laterSteps: 5 },
  openDocuments: 150,
  kills: { count: 100, withinMs: 330_000 },
};

export const QUICK: Effort = {
  rounds: 3,
  withinMs: 4 * 60_000,
  latency: {
    ms: 400,
    crowds: [
      { clients: 2, typists: 1 },
      { clients: 50, typists: 10 },
    ],
  },
  steadyMs: 500,
  ramp: { stepMs: 300, firstSteps: 5, laterSteps: 3 },
  openDocuments: 120,
  kills: { count: 8, withinMs: 15_000 },
};
