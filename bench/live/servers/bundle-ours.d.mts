import type { Plugin } from "esbuild";

export function bundleOurs(name?: string, plugins?: Plugin[]): Promise<{ server: string; seed: string }>;
