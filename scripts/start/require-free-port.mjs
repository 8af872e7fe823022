import { createServer } from "node:net";
import { Sentence } from "./sentence.mjs";

/** Only looks; the server itself takes the port later and says the same when it lost the race. */
export async function requireFreePort() {
  const text = process.env.PORT?.trim() || "3000";
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
    throw new Sentence(`PORT must be a whole number from 1 to 65535, not "${text}".`);
  }
  const code = await tryPort(port, process.env.HOST?.trim() || "127.0.0.1");
  if (code === "EADDRINUSE") {
    throw new Sentence(
      `Port ${port} is in use by another program. Stop that one, or choose another: PORT=${port + 1} npm start.`,
    );
  }
  if (code) throw new Sentence(`Port ${port} cannot be opened (${code}). Choose another PORT or HOST.`);
}

function tryPort(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => resolve(error.code));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}
