import type { Plugin } from "vite";

export declare const chunkList: string;
export declare function mayBeInBrowser(path: string): boolean;
export declare function browserBundle(): Plugin;
