export function bundleOurs(): Promise<{ server: string; seed: string }>;
