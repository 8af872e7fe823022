import type { DocumentRights } from "../wire.ts";
import { Listeners } from "./listeners.ts";

/** What this person may do with the document, as the server said last. */
export class KnownRights {
  /** Null while nobody has said. */
  current: DocumentRights | null = null;
  /** Writing is off until this page is loaded anew. */
  reload = false;
  readonly listeners = new Listeners<[DocumentRights]>();

  /** Undefined while nobody has said. */
  get mayWrite(): boolean | undefined {
    return this.current?.write;
  }

  /** @returns whether anything changed. */
  set(rights: DocumentRights, reload: boolean): boolean {
    this.reload ||= reload;
    const now = this.reload ? { ...rights, write: false } : rights;
    if (JSON.stringify(now) === JSON.stringify(this.current)) return false;
    this.current = now;
    this.listeners.tell(now);
    return true;
  }

  /** `reload`: only until this page is loaded anew. */
  loseWriting(reload: boolean): void {
    const known = this.current ?? { read: true, comment: false, presence: false };
    this.set({ ...known, write: false }, reload);
  }
}
