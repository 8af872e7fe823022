export const msgpack: {
  write(message: Uint8Array): Uint8Array;
  read(bytes: Uint8Array): Buffer;
};
export const defaultParser: {
  write(message: Uint8Array): [text: string, attachment: Uint8Array];
  read(text: string, attachment: Uint8Array): Uint8Array;
};
