import type { Metafile } from "esbuild";

export declare function serverBundleFaults(metafile: Pick<Metafile, "outputs">): string[];
