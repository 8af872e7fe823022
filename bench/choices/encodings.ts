/** Other forms of a document frame on the line. Each is made once for all readers, as ours, so that only the form differs. */
import { type PreparedFrame, prepareFrame, prepareText } from "../../realtime/live/prepared-frame.ts";
import { defaultParser, msgpack } from "./libraries.mjs";

type Prepare = (message: Uint8Array, ...saved: Uint8Array[]) => PreparedFrame;

const MESSAGE = "4";
const EVENT = "2";
/** How the other forms begin, to tell them from what stays as it is. */
export const BASE64_BEGINS = `${EVENT}["frame","`;
export const ANNOUNCED_BEGINS = "51-";
export const MSGPACK_BEGINS = Buffer.from("\x83\xa4type", "latin1");

const joined = (...frames: PreparedFrame[]): PreparedFrame => ({ wire: Buffer.concat(frames.map(({ wire }) => wire)) });
const bufferOf = ({ buffer, byteOffset, length }: Uint8Array) => Buffer.from(buffer, byteOffset, length);
const andSaved = (saved: Uint8Array[]) => (saved.length > 0 ? [prepareFrame(...saved)] : []);

export const asMsgpack: Prepare = (message, ...saved) => prepareFrame(msgpack.write(bufferOf(message)), ...saved);

export const asBase64: Prepare = (message, ...saved) => {
  const text = `${MESSAGE}${EVENT}${JSON.stringify(["frame", bufferOf(message).toString("base64")])}`;
  return saved.length === 0 ? prepareText(text) : joined(prepareText(text), ...andSaved(saved));
};

export const asSocketIo: Prepare = (message, ...saved) => {
  const [text, attachment] = defaultParser.write(bufferOf(message));
  return joined(prepareText(`${MESSAGE}${text}`), prepareFrame(attachment), ...andSaved(saved));
};

export const readBase64 = (text: string) => Buffer.from(JSON.parse(text.slice(EVENT.length))[1], "base64");
