export { DEMO_PASSWORD } from "#content/demo/password.ts";
export { type DemoPersonLine, demoPeople, tellDemo } from "./tell-demo.ts";
