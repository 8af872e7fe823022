export function mended(path: string, source: string): string;
