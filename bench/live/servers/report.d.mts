export function report(port: number): void;
export const settings: { databaseUrl: string; origin: string; documents?: string[]; limits?: object };
