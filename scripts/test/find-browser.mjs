import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { project } from "../start/project.mjs";
import { Sentence, say } from "../start/sentence.mjs";

const USUAL_PLACES = [
  "/usr/bin/chromium-headless-shell", // draws the same with less around it
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/**
 * The browser for the tests: the one that is named, Playwright's own, one in a usual place, the one that npm brought,
 * Debian's package when we may install it; else a sentence with the one command to type.
 */
export async function findBrowser() {
  const found = named() ?? (await ofPlaywright()) ?? USUAL_PLACES.find(existsSync) ?? (await fromNpm()) ?? fromDebian();
  if (found) return found;
  throw new Sentence(
    "The browser tests need Chromium, and none was found. Type one of these and then npm test again:\n\n" +
      "  npx playwright install --with-deps chromium\n  sudo apt-get install chromium\n\n" +
      "Or name one: BROWSER_PATH=/path/to/chromium npm test",
  );
}

function named() {
  const path = process.env.BROWSER_PATH;
  if (path && !existsSync(path)) throw new Sentence(`BROWSER_PATH names ${path}, and there is nothing there.`);
  return path || undefined;
}

async function ofPlaywright() {
  const { chromium } = await import("@playwright/test");
  const path = chromium.executablePath();
  return existsSync(path) && starts(path) ? path : undefined;
}

async function fromNpm() {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  // It unpacks the shared libraries that a bare system lacks only when it believes to be in that runtime.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= "nodejs20.x";
  const { default: chromium } = await import("@sparticuz/chromium");
  const path = await chromium.executablePath();
  const libraries = ["/tmp/al2023/lib", "/tmp/al2/lib"].filter(existsSync).join(":");
  process.env.LD_LIBRARY_PATH = [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  return starts(path) ? path : undefined;
}

function fromDebian() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  say("Installing Debian's Chromium for the browser tests (once)…");
  const apt = (...args) =>
    spawnSync("apt-get", args, {
      stdio: "ignore",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      timeout: 300_000,
    });
  apt("update", "-qq");
  apt("install", "-y", "-qq", "--no-install-recommends", "chromium");
  return existsSync("/usr/bin/chromium") ? "/usr/bin/chromium" : undefined;
}

const starts = (path) => spawnSync(path, ["--version"], { cwd: project, timeout: 20_000 }).status === 0;
