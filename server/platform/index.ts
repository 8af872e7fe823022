export { permitOnPlatform, platformRelations } from "./load-platform.ts";
