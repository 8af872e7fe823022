/** An update without content: no clients, no deletions. */
export const EMPTY_UPDATE = Uint8Array.of(0, 0);
