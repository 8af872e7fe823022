import { type BrowserContext, test as base, expect, type Locator, type Page } from "@playwright/test";
import { people } from "#content/demo/people.ts";
import type { PersonKey } from "#content/demo/story.ts";
import { startWorld, type World } from "#tests/support/world.ts";

interface PerTest {
  /** Opens a browser of their own for a person of the demo, signed in. Errors on any of their pages fail the test. */
  as(person: PersonKey): Promise<Page>;
  /** A browser without an account. */
  visitor(): Promise<Page>;
}

/** What a page may complain about: answers that a test provokes on purpose, and a network that it takes away. */
const EXPECTED_COMPLAINTS =
  /Failed to load resource: the server responded with a status of (401|403|404|409|422|429|503)|net::ERR_(INTERNET_DISCONNECTED|SOCKET_NOT_CONNECTED|NETWORK_CHANGED)|WebSocket connection to/;

/** And when it takes the server away. */
const SERVER_GONE = /net::ERR_(EMPTY_RESPONSE|CONNECTION_(REFUSED|RESET|CLOSED))/;

export const test = base.extend<PerTest & { losesServer: boolean }, { world: World }>({
  losesServer: [false, { option: true }],

  world: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern.
    async ({}, use) => {
      const world = await startWorld();
      await use(world);
      await world.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],

  visitor: async ({ browser, world, losesServer }, use) => {
    const opened: BrowserContext[] = [];
    const complaints: string[] = [];
    await use(async () => {
      const context = await browser.newContext({ baseURL: world.url });
      opened.push(context);
      return watched(context, complaints, losesServer);
    });
    await Promise.all(opened.map((context) => context.close()));
    expect(complaints, "errors in the console or on the page").toEqual([]);
  },

  as: async ({ browser, world, losesServer }, use) => {
    const opened: BrowserContext[] = [];
    const complaints: string[] = [];
    await use(async (person) => {
      const context = await browser.newContext({ baseURL: world.url });
      opened.push(context);
      const cookie = await world.cookieOf(person);
      await context.addCookies(
        cookie.split("; ").map((pair) => {
          const [name = "", ...value] = pair.split("=");
          return { name, value: value.join("="), url: world.url };
        }),
      );
      return watched(context, complaints, losesServer);
    });
    await Promise.all(opened.map((context) => context.close()));
    expect(complaints, "errors in the console or on the page").toEqual([]);
  },
});

async function watched(context: BrowserContext, complaints: string[], losesServer: boolean): Promise<Page> {
  const page = await context.newPage();
  // What is pressed before the script has taken over is answered with a new page: another test's matter, so each waits.
  const goto = page.goto.bind(page);
  page.goto = async (address, options) => {
    const response = await goto(address, options);
    if (!options?.waitUntil) await awake(page);
    return response;
  };
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    const expected = EXPECTED_COMPLAINTS.test(message.text()) || (losesServer && SERVER_GONE.test(message.text()));
    if (message.type() === "error" && !expected) complaints.push(message.text());
  });
  // No page asks anything of anybody else.
  page.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith("http") && hostname !== "127.0.0.1") complaints.push(`a request to ${hostname}`);
  });
  return page;
}

/** The page's script has taken over: what is pressed now is answered without leaving the page. */
export const awake = (page: Page) =>
  page.waitForFunction(() => Object.keys(document.body).some((key) => key.startsWith("__reactFiber")));

/** By keyboard, once the button is ready: one that is still at work does nothing, and a person waits for it. */
export async function pressEnter(button: Locator): Promise<void> {
  await expect(button).toBeEnabled();
  await button.press("Enter");
}

export const nameOf = (person: PersonKey): string => people[person].name;
export { expect };
