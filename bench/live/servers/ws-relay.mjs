import { WebSocketServer } from "ws";
import { report } from "./report.mjs";

// The floor: passes every message on to the others under the same path. No document, no storage, no answer.
const rooms = new Map();
const server = new WebSocketServer({ port: 0, host: "127.0.0.1" }, () => report(server.address().port));

server.on("connection", (socket, request) => {
  const others = rooms.get(request.url) ?? new Set();
  rooms.set(request.url, others.add(socket));
  socket.on("message", (message) => {
    for (const other of others) if (other !== socket) other.send(message);
  });
  socket.on("close", () => others.delete(socket));
  socket.send(new Uint8Array(0));
});
