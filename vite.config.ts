import optimizeLocales from "@react-aria/optimize-locales-plugin";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import remixOptions from "./remix.config.js";
import { browserBundle } from "./scripts/browser-bundle.mjs";
import { interfaceLocales } from "./scripts/interface-locales.mjs";

const latePackages = [
  "@tiptap/core",
  "@tiptap/react",
  "@tiptap/starter-kit",
  "@tiptap/extension-collaboration",
  "@tiptap/extension-collaboration-caret",
  "@tiptap/extension-list",
  "@tiptap/extension-table",
  "@tiptap/extensions",
  "@tiptap/y-tiptap",
  "@tiptap/pm/state",
  "@tiptap/pm/view",
  "@internationalized/date",
  "@tanstack/react-query",
  "i18next",
  "lib0/decoding",
  "lib0/encoding",
  "lib0/hash/sha256",
  "lucide-react",
  "react-i18next",
  "socket.io-client",
  "y-protocols/awareness",
  "yjs",
];

export default defineConfig({
  plugins: [
    { ...optimizeLocales.vite({ locales: interfaceLocales }), enforce: "pre" },
    tailwindcss(),
    remix(remixOptions),
    // The browser build has one file for what every page needs, and fails when it holds server code.
    browserBundle(),
  ],
  // React has this hook itself since 18; the stand-in for older ones would only be carried along.
  resolve: { alias: [{ find: /^use-sync-external-store\/shim$/, replacement: "react" }] },
  build: { target: "es2022" },
  // A page that discovers one of these late would be reloaded by Vite in the middle of typing.
  optimizeDeps: { include: latePackages },
});
