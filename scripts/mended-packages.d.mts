export const mendedFiles: readonly string[];
export function mended(path: string, source: string): string;
