/** The functions that make somebody a leader of a school, and so see its cycles and manage its teams (rule AC5). */
export const LEADING_FUNCTIONS = ["principal", "care-coordinator", "administrator"] as const;
