/** A live document as plain data: what the server sends along so that the text is there before the editor is. */
export interface DocumentNode {
  type: string;
  attrs?: Readonly<Record<string, unknown>>;
  content?: readonly DocumentNode[];
  text?: string;
  marks?: readonly { type: string; attrs?: Readonly<Record<string, unknown>> }[];
}
