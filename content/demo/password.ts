/** The password of everybody in the demo: printed at its start, and worth nothing anywhere else. */
export const DEMO_PASSWORD = "samen-leren-2026";
