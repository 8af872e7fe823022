import type { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { SCHEMA_VERSION } from "#domain/documents/words.ts";
import {
  type Checked,
  type CheckRequest,
  type Code,
  type DocumentEnded,
  type DocumentRights,
  FROM_SERVER,
  type Joined,
  type JoinRequest,
  type RightsChanged,
  type UpdateRefused,
  unpack,
} from "../wire.ts";
import { afterRefusal } from "./after-refusal.ts";
import { Apart } from "./apart.ts";
import { Arrival } from "./arrival.ts";
import { ContentCheck } from "./content-check.ts";
import type { Device, DeviceNotes } from "./device/device.ts";
import { KnownRights } from "./known-rights.ts";
import { Light } from "./light.ts";
import { type ClientLog, type HoldUp, holdUpOf, type Line } from "./line.ts";
import { Listeners } from "./listeners.ts";
import { type Channels, Membership, type MembershipHost, savedUpTo } from "./membership.ts";
import { newClientId } from "./new-id.ts";
import { Outgoing } from "./outgoing.ts";
import { OwnVersion } from "./own-version.ts";
import { PresenceLink } from "./presence.ts";
import { Replica, type ReplicaHost } from "./replica.ts";
import type { StatusFacts } from "./status.ts";
import { unsentText } from "./unsent-text.ts";

const LINGER_MS = 10_000;
const SLOWLY_MS = 60_000;

/**
 * One live document in this tab; what it promises is in types.ts (`LiveDocument`). Longer than other files because it
 * is the one place where the parts meet: everything that the line, the copy or the person can do passes through here.
 */
export class OpenDocument implements MembershipHost, ReplicaHost {
  readonly arrival = new Arrival();
  readonly rights = new KnownRights();
  readonly light = new Light(
    () => this.facts(),
    () => this.askAgain(),
  );
  readonly outgoing: Outgoing;
  /** How much of a long document has come in; null when nobody has to wait. */
  opened: number | null = null;
  readonly progress = new Listeners<[number]>();
  readonly ownVersion: OwnVersion;
  readonly apart: Apart;
  private readonly contentCheck: ContentCheck;
  /** Access is gone, or the edits were given up. Who opens the document again gets another object. */
  isRemoved = false;

  private readonly replica = new Replica(this);
  private readonly presence: PresenceLink;
  private readonly membership: Membership;
  private isLoaded = false;
  /** Why an update was refused for good. */
  private refusal: Code | null = null;
  /** Why an update has to wait, when the server said so. */
  private updateHeldUp: HoldUp | null = null;
  private isStalled = false;
  private freshStarts = 0;
  /** The session that the join under way names. */
  private joiningSession = "";
  /** Frames with updates since the join. */
  private received = 0;
  private whenSettled = () => {};

  constructor(
    readonly documentId: string,
    private readonly line: Line,
    channels: Channels,
    device: Device | null,
    private readonly log: ClientLog,
  ) {
    this.outgoing = new Outgoing(this.doc, documentId, device, {
      changed: () => this.light.refresh(),
      failed: (error) => log.warn({ documentId, err: String(error) }, "this device keeps nothing of the document"),
    });
    this.ownVersion = new OwnVersion(this.outgoing, this.arrival.synced, () => Y.encodeStateAsUpdate(this.doc));
    this.apart = new Apart(this.doc, this.outgoing, (error) =>
      log.warn({ documentId, err: String(error) }, "what two made of one paragraph could not be compared"),
    );
    this.membership = new Membership(line, channels, documentId, this, this);
    this.presence = new PresenceLink(this.doc, (payload) => this.membership.sendPresence(payload));
    this.contentCheck = this.checkContent();
    void this.load();
  }

  get doc(): Y.Doc {
    return this.replica.doc;
  }

  get awareness(): Awareness {
    return this.presence.awareness;
  }

  get acknowledged(): { seq: number; pending: number } {
    return { seq: this.outgoing.acknowledged, pending: this.outgoing.outbox.pending };
  }

  unsent(): { code: Code | null; text: string } | null {
    if (this.outgoing.outbox.pending === 0) return null;
    const { mayWrite, reload } = this.rights;
    const code = this.refusal ?? (mayWrite === false ? (reload ? "SCHEMA_TOO_OLD" : "READ_ONLY") : null);
    return { code, text: unsentText(this.outgoing.outbox.updates) };
  }

  get heldUp(): HoldUp | null {
    return this.line.heldUp ?? this.updateHeldUp;
  }

  async discard(): Promise<void> {
    this.isRemoved = true;
    this.leave();
    await this.outgoing.wipe(this.wordsToKeep);
  }

  /** See `LiveDocument.close`. Whoever opens it again meanwhile keeps it open. */
  async close(isWantedAgain: () => boolean): Promise<void> {
    if (this.membership.isJoined && this.outgoing.outbox.pending > 0 && this.mayGoOn) await this.settled();
    if (isWantedAgain()) return;
    this.leave();
    await this.outgoing.close();
    this.presence.destroy();
    this.doc.destroy();
  }

  // What the line tells.

  /** This page speaks a protocol of before: it shows what it has until it is loaded anew. */
  outdated(): void {
    this.rights.loseWriting(true);
    this.light.refresh();
  }

  lineUp(): void {
    this.membership.join();
  }

  lineDown(): void {
    this.membership.lose();
    this.stalled(false);
  }

  stalled(isStalled: boolean): void {
    this.isStalled = isStalled;
    this.light.refresh();
  }

  refused({ code, retry, retryAfterMs }: UpdateRefused): void {
    // Of what was sent before the last join nothing needs to be known any more.
    if (this.mayGoOn && this.membership.isJoined) this.react(code, retry, retryAfterMs);
  }

  ended({ code, retry }: DocumentEnded): void {
    this.react(code, retry, retry ? undefined : SLOWLY_MS);
  }

  rightsChanged({ rights, code }: RightsChanged): void {
    const couldWrite = this.rights.mayWrite;
    this.setRights(rights, code === "SCHEMA_TOO_OLD");
    // What was refused meanwhile left a hole in the session.
    if (this.rights.mayWrite && couldWrite === false) this.membership.joinAfresh();
    this.light.refresh();
  }

  receive(kind: number, payload: Uint8Array): void {
    if (kind === FROM_SERVER.PRESENCE) this.presence.receive(payload);
    else if (kind === FROM_SERVER.SAVED) this.saved(savedUpTo(payload));
    else if (kind === FROM_SERVER.UPDATE || kind === FROM_SERVER.UPDATES) {
      this.received++;
      const updates = kind === FROM_SERVER.UPDATE ? [payload] : (unpack(payload) ?? []);
      if (this.replica.apply(updates, "live:others")) this.apart.hears(updates);
    }
  }

  // What the membership asks and tells.

  request() {
    if (!this.isLoaded || !this.mayGoOn) return null;
    this.joiningSession = this.outgoing.sessionToJoin();
    const request: JoinRequest = {
      documentId: this.documentId,
      schemaVersion: SCHEMA_VERSION,
      sessionId: this.joiningSession,
      clientId: this.doc.clientID,
      wantVector: this.outgoing.startsAfresh,
    };
    return { request, vector: Y.encodeStateVector(this.doc) };
  }

  joined(reply: Joined, vector: Uint8Array, updates: readonly Uint8Array[], state: Uint8Array | null): void {
    this.received = 0;
    if (!this.apart.meets(state, updates, () => this.replica.apply(updates, "live:others", state))) return;
    if (reply.clientIdLease === null) {
      // Somebody else has this id here. What was typed under it will be refused; what follows will not.
      this.doc.clientID = newClientId();
      this.presence.rename(this.doc.clientID);
    }
    this.setRights(reply.rights, reply.reload);
    if (reply.rights.presence) this.presence.join(reply.presenceId);
    if (this.joiningSession === this.outgoing.outbox.sessionId) this.continueSession(reply.savedUpTo);
    else if (this.rights.mayWrite) this.outgoing.restart(this.joiningSession, vector);
    this.outgoing.outbox.rewind();
    this.apart.waits();
    this.flush();
    this.contentCheck.start();
    this.arrival.fromServer();
    this.light.refresh();
    void this.inherit();
  }

  opening(part: number): void {
    this.opened = part;
    this.progress.tell(part);
  }

  left(): void {
    this.apart.begins(this.rights.mayWrite !== false);
    this.presence.leave();
    this.contentCheck.stop();
    this.light.refresh();
  }

  refusedJoin(code: Code): void {
    this.react(code, false);
  }

  // What the copy tells.

  typed(update: Uint8Array): void {
    // A reader writes nothing; Yjs itself may, when it tidies up marks that others left.
    if (this.isRemoved || this.rights.mayWrite === false) return;
    this.outgoing.add(update);
    if (!this.membership.isJoined) this.apart.writes();
    this.flush();
    this.light.refresh();
  }

  learned(update: Uint8Array): void {
    this.outgoing.keepOthers(update);
  }

  broke(error: unknown): void {
    this.log.warn({ documentId: this.documentId, err: String(error) }, "the document cannot be shown any further");
    this.rights.reload = true;
    this.giveUp("INVALID_UPDATE");
    this.leave();
    this.light.refresh();
  }

  /** What stands in no copy of the document and would go with ours. */
  private get wordsToKeep(): Partial<DeviceNotes> {
    return { own: this.ownVersion.kept, overlaps: this.apart.overlaps };
  }

  private get mayGoOn(): boolean {
    return !this.isRemoved && this.refusal === null;
  }

  private async load(): Promise<void> {
    try {
      const stored = await this.outgoing.load();
      if (stored) this.apart.recall(stored);
      if (stored?.rights && this.rights.current === null) this.setRights(stored.rights, false);
      this.ownVersion.recall(stored?.own ?? null);
      if (stored?.state && this.replica.apply([stored.state], "live:device")) this.arrival.fromDevice();
    } catch (error) {
      this.outgoing.storage = "unavailable";
      this.log.warn({ documentId: this.documentId, err: String(error) }, "this device's copy could not be read");
    }
    this.isLoaded = true;
    this.membership.join();
    this.light.refresh();
  }

  /** Sends what another tab left that has gone since: nobody else would, as long as this one stays open. */
  private async inherit(): Promise<void> {
    try {
      const left = await this.outgoing.inherit();
      if (left.length > 0) this.apart.inherits();
      if (!this.membership.isJoined) this.apart.begins(this.rights.mayWrite !== false);
      if (left.length === 0 || !this.mayGoOn || !this.replica.apply(left, "live:device")) return;
      this.membership.joinAfresh();
      this.light.refresh();
    } catch (error) {
      this.log.warn({ documentId: this.documentId, err: String(error) }, "what other tabs left could not be read");
    }
  }

  private flush(): void {
    if (!this.membership.isJoined || !this.mayGoOn || this.rights.mayWrite === false) return;
    if (this.outgoing.startsAfresh) return;
    for (const entry of this.outgoing.outbox.takeUnsent()) this.membership.sendEdit(entry);
  }

  /**
   * The line works, the server does not say that it cannot save, and yet no answer: an acknowledgement or an update got
   * lost on the way, as some proxies manage. Coming in again tells what the server has, and sends the rest.
   */
  private askAgain(): void {
    const { isStalled, membership, outgoing } = this;
    if (outgoing.outbox.pending > 0 && membership.isJoined && !isStalled && this.mayGoOn && this.rights.mayWrite)
      membership.rejoin();
  }

  private saved(upTo: number): void {
    this.outgoing.acknowledge(upTo);
    this.apart.saved();
    this.freshStarts = 0;
    this.updateHeldUp = null;
    this.membership.calm();
    if (this.outgoing.outbox.pending === 0) this.whenSettled();
    this.light.refresh();
  }

  private continueSession(savedUpTo: number): void {
    // The server knows less than it once acknowledged, as after a restored backup: give it what it lacks.
    if (savedUpTo < this.outgoing.outbox.savedUpTo) {
      this.outgoing.startsAfresh = true;
      this.membership.rejoin();
    } else this.outgoing.acknowledge(savedUpTo);
  }

  private react(code: Code, retry: boolean, afterMs?: number): void {
    this.updateHeldUp = holdUpOf(code);
    const reaction = afterRefusal(code, retry, this.freshStarts);
    if (reaction === "start afresh") {
      this.freshStarts++;
      this.outgoing.startsAfresh = true;
      this.membership.rejoin(Math.random() * 400 * this.freshStarts);
    } else if (reaction === "join again") this.membership.rejoin(afterMs);
    else if (reaction === "stop writing") this.rights.loseWriting(code === "SCHEMA_TOO_OLD");
    else if (reaction === "wipe") this.remove(code);
    else this.giveUp(code);
    this.light.refresh();
  }

  private giveUp(code: Code): void {
    this.refusal = code;
    this.arrival.fail(code);
    this.whenSettled();
  }

  private remove(code: Code): void {
    if (this.isRemoved) return;
    this.isRemoved = true;
    this.leave();
    this.arrival.fail(code);
    this.whenSettled();
    void this.outgoing.wipe({});
  }

  private leave(): void {
    this.light.stop();
    this.contentCheck.stop();
    this.apart.end();
    this.membership.end();
  }

  /** Resolves when the server has everything, when it will not take it, or after ten seconds. */
  private settled(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, LINGER_MS);
      this.whenSettled = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private setRights(rights: DocumentRights, reload: boolean): void {
    if (!rights.presence) this.presence.leave();
    if (this.rights.set(rights, reload)) this.outgoing.note(() => ({ rights }));
  }

  private checkContent(): ContentCheck {
    const { documentId } = this;
    return new ContentCheck({
      doc: this.doc,
      isQuiet: () => this.membership.isJoined && this.outgoing.outbox.pending === 0,
      ask: (hash, answered) => {
        const request: CheckRequest = { documentId, received: this.received, hash };
        this.line.ask<"check", Checked>("check", [request], answered);
        // As good a moment as any, about once a minute, to look after the tabs that have gone.
        void this.inherit();
      },
      differs: (own, truth) => {
        this.log.warn({ documentId }, "the server reads something else");
        this.ownVersion.differs(own, truth);
      },
      takeTruth: (update) => {
        this.replica.apply([update], "live:others");
      },
      cannotHeal: () => {
        // Adding what the server has did not help: only a new document can.
        this.rights.loseWriting(true);
        this.light.refresh();
        void this.outgoing.wipe(this.wordsToKeep);
      },
    });
  }

  private facts(): StatusFacts {
    const { outbox } = this.outgoing;
    return {
      removed: this.isRemoved,
      joined: this.membership.isJoined,
      mayWrite: this.rights.mayWrite,
      reload: this.rights.reload,
      pending: outbox.pending,
      waitingMs: outbox.waitingSince === undefined ? 0 : performance.now() - outbox.waitingSince,
      onDevice: this.outgoing.isOnDevice,
      stalled: this.isStalled,
      refused: this.refusal !== null,
    };
  }
}
