import { createServer } from "node:http";
import { report, settings } from "./report.mjs";

// y-websocket's server with its LevelDB persistence. Its own start file offers no way to ask for figures; this one does
// the same with the same parts.
process.env.YPERSISTENCE = settings.folder;
const [{ setupWSConnection }, { WebSocketServer }] = await Promise.all([
  import("@y/websocket-server/utils"),
  import("ws"),
]);
const sockets = new WebSocketServer({ noServer: true });
const http = createServer();
sockets.on("connection", setupWSConnection);
http.on("upgrade", (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (line) => sockets.emit("connection", line, request));
});
http.listen(0, "127.0.0.1", () => report(http.address().port));
