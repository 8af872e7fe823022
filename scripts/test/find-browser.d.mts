/** The browser for the tests; @throws with a sentence when there is none. */
export declare function findBrowser(): Promise<string>;
