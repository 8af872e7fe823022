// The options of the Remix Vite plugin, kept in one file because everyone who knows Remix looks for them here;
// vite.config.ts imports it. Why the two v3 flags are off: docs/decisions/0001-remix-2.md.

/** @type {import("@remix-run/dev").VitePluginConfig} */
export default {
  appDirectory: "app",
  buildDirectory: "build/app",
  serverBuildFile: "index.js",
  ignoredRouteFiles: ["**/*"],
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_routeConfig: true,
    v3_singleFetch: false,
    v3_lazyRouteDiscovery: false,
  },
};
