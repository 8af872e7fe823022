// The structure of the house, checked in every test run (tests/structure): who may import whom. Why: docs/architecture.md.

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment: "Two files that need each other are one file, or hide a third.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "domain-is-pure",
      comment: "Rules run anywhere: no I/O, no framework, no other layer.",
      severity: "error",
      from: { path: "^domain/", pathNot: "\\.test\\.tsx?$" },
      to: { pathNot: "^domain/" },
    },
    {
      name: "content-is-data",
      comment: "Content is read by every layer and knows only the words of the domain.",
      severity: "error",
      from: { path: "^content/", pathNot: "\\.test\\.tsx?$" },
      to: { pathNot: "^(content|domain)/|^node_modules/@internationalized/date/" },
    },
    {
      name: "db-knows-no-upper-layer",
      severity: "error",
      from: { path: "^db/", pathNot: "\\.test\\.tsx?$" },
      to: { path: "^(server|realtime|app|tests|bench)/" },
    },
    {
      name: "server-and-realtime-are-strangers",
      comment: "main.ts hands realtime the ports it needs; nothing else joins the two.",
      severity: "error",
      from: { path: "^server/", pathNot: "^server/main\\.ts$|\\.test\\.tsx?$" },
      to: { path: "^(realtime|app|tests|bench)/" },
    },
    {
      name: "realtime-and-server-are-strangers",
      severity: "error",
      from: { path: "^realtime/", pathNot: "\\.test\\.tsx?$|^realtime/documents/gate/testing/|/testing/" },
      to: { path: "^(server|app|tests|bench)/" },
    },
    {
      name: "app-uses-faces",
      comment: "A page sees a noun through its index.ts; of realtime only the client and the protocol.",
      severity: "error",
      from: { path: "^app/", pathNot: "\\.test\\.tsx?$" },
      to: {
        path: "^(db|realtime|tests|bench)/",
        pathNot: "^realtime/(client/|wire\\.ts$)",
      },
    },
    {
      name: "app-uses-server-faces",
      severity: "error",
      from: { path: "^app/", pathNot: "\\.test\\.tsx?$" },
      to: {
        path: "^server/[^/]+/",
        pathNot: "^server/[^/]+/index\\.ts$|^server/http/safe-return-path\\.ts$",
      },
    },
    {
      name: "nouns-meet-through-faces",
      comment: "A noun of the server imports another noun only through its index.ts.",
      severity: "error",
      from: { path: "^server/([^/]+)/", pathNot: "^server/(http|process)/|\\.test\\.tsx?$" },
      to: { path: "^server/[^/]+/", pathNot: "^server/$1/|^server/[^/]+/index\\.ts$" },
    },
    {
      name: "nobody-imports-main",
      severity: "error",
      from: {},
      to: { path: "^server/main\\.ts$" },
    },
    {
      name: "only-db-imports-drizzle",
      severity: "error",
      from: { pathNot: "^db/|^drizzle\\.config\\.ts$|^server/people/sessions\\.ts$|\\.test\\.tsx?$" },
      to: { path: "node_modules/drizzle-orm/" },
    },
    {
      name: "only-sessions-imports-lucia",
      comment: "So that it can be replaced in a day.",
      severity: "error",
      from: { pathNot: "^server/people/sessions\\.ts$" },
      to: { path: "node_modules/(lucia|@lucia-auth)/" },
    },
    {
      name: "no-zod-in-the-browser",
      severity: "error",
      from: { path: "^(app|realtime/client|realtime/wire)", pathNot: "\\.server\\.tsx?$" },
      to: { path: "node_modules/zod/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(build|data|node_modules/\\.)" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
