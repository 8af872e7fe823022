import notepack from "notepack.io";
import { Decoder, Encoder, PacketType } from "socket.io-parser";

// Packages of the bench, in the form in which the encodings need them.
const packetOf = (message) => ({ type: PacketType.EVENT, nsp: "/", data: ["frame", message] });

/** What socket.io-msgpack-parser makes of a packet: notepack. */
export const msgpack = {
  write: (message) => notepack.encode(packetOf(message)),
  read: (bytes) => notepack.decode(bytes).data[1],
};

const encoder = new Encoder();
const decoder = new Decoder();
let decoded;
decoder.on("decoded", (packet) => {
  decoded = packet.data[1];
});

/** Socket.IO's own parser: a text that announces bytes, and the bytes. */
export const defaultParser = {
  write: (message) => encoder.encode(packetOf(message)),
  read(text, bytes) {
    decoder.add(text);
    decoder.add(bytes);
    return decoded;
  },
};
