import { createContext, useContext } from "react";

/** The nonce of this response: known on the server only. Browsers hide it from scripts, so the client has none. */
const Nonce = createContext<string | undefined>(undefined);

export const NonceProvider = Nonce.Provider;
export const useNonce = (): string | undefined => useContext(Nonce);
