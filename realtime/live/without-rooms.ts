/**
 * Socket.IO's adapter keeps two sets for every socket, in case it joins rooms. Ours never do: who gets what is known in
 * `Connections` and in the documents.
 */
export class WithoutRooms {
  init(): void {}
  close(): void {}
  addAll(): void {}
  del(): void {}
  delAll(): void {}
}
