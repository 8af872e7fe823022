import { createServer } from "node:http";
import { Server } from "socket.io";
import { report } from "./report.mjs";

// The floor of Socket.IO with its own parser: rooms, and nothing else.
const http = createServer();
const io = new Server(http, { transports: ["websocket"] });

io.on("connection", (socket) => {
  const { document } = socket.handshake.auth;
  socket.join(document);
  socket.on("u", (update) => socket.to(document).emit("u", update));
  socket.emit("ready");
});
http.listen(0, "127.0.0.1", () => report(http.address().port));
