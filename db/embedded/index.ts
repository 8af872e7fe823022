export { EmbeddedError, type EmbeddedProblem } from "#db/embedded/embedded-error.ts";
export { type Embedded, type EmbeddedOptions, startEmbedded } from "#db/embedded/start-embedded.ts";
