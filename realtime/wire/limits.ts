const SECOND = 1_000;
const KB = 1024;
const MB = 1024 * KB;

/**
 * Every limit of the live channel, in one place. Names carry the unit; what has none is a count. The server enforces
 * them all; a client needs those of the first three groups to stay out of trouble. `docs/realtime.md` explains them.
 */
export const LIMITS = {
  // -- what one message may hold -------------------------------------------------------------------------------
  /** Any frame from a client. Larger: the line is cut (close code 1009). */
  frameBytes: 1 * MB,
  /** One Yjs update, the same figure as the gate's. Larger: TOO_BIG. */
  updateBytes: 256 * KB,
  /** A state vector at join; about 30,000 client ids. */
  vectorBytes: 256 * KB,
  /** One presence state as JSON in UTF-8. */
  presenceBytes: 4 * KB,
  topicLength: 200,

  // -- how much at once ----------------------------------------------------------------------------------------
  documentsPerSocket: 16,
  topicsPerSocket: 64,
  socketsPerPerson: 100,
  socketsPerDocument: 2_000,
  /** Names a client may watch or unwatch in one message. */
  topicsPerMessage: 64,

  // -- how often (sustained rate and what may come in one go), per socket --------------------------------------
  /** All sockets of a person together may do what so many sockets may. */
  socketsWorthPerPerson: 4,
  packetsPerSecond: 500,
  packetsBurst: 1_500,
  updatesPerSecond: 200,
  updatesBurst: 1_000,
  updateBytesPerSecond: 512 * KB,
  /** Well under `bufferedBytes`: what one person pastes must not cut the lines of colleagues who read on. */
  updateBytesBurst: 2 * MB,
  /** In one document, from everybody on this node. */
  documentUpdatesPerSecond: 10_000,
  documentUpdatesBurst: 20_000,
  presencePerSecond: 10,
  presenceBurst: 20,
  joinsPerSecond: 5,
  joinsBurst: 40,
  checksPerSecond: 0.5,
  checksBurst: 16,
  /** Yjs client ids never seen before in a document that one socket may bring, per minute. */
  newClientIdsPerMinute: 5,
  /**
   * Spots in older text at which a person begins to write, over all their sockets: a day offline in one go, then faster
   * than a hand moves. What Yjs needs for such places grows with their square (`documents/gate/places.ts`).
   */
  placesPerSecond: 2,
  placesBurst: 5_000,

  // -- time ----------------------------------------------------------------------------------------------------
  /** From the open line to a known session; traffic does not extend it. */
  authenticateMs: 5 * SECOND,
  /** A client that hears no ping for the sum of these two takes the line for dead; so does the server. */
  pingIntervalMs: 15 * SECOND,
  pingTimeoutMs: 15 * SECOND,
  /** Cumulative acknowledgements wait at most this long for each other, and for something to travel with. */
  acknowledgeWithinMs: 100,
  /** A commit that so many sockets hear of is followed by the next after so much for each, at most the second. */
  commitGapPerSocketMs: 0.2,
  commitGapMs: 25,
  /** Presence changes of a document are sent together: this often, and less often the more are in it. */
  presenceTickMs: 60,
  presenceTickPerMemberMs: 2.5,
  /** Who comes and goes may wait so long for others who do, and for a cursor that moves. */
  presenceArrivalMs: 250,
  /** Every presence state is repeated this often, and forgotten by other nodes after `presenceExpiryMs`. */
  presenceRefreshMs: 12 * SECOND,
  presenceExpiryMs: 30 * SECOND,
  /** A line that was told to close and does not is cut after this. */
  closeGraceMs: 1 * SECOND,

  // -- before a session is known -------------------------------------------------------------------------------
  cookieBytes: 8 * KB,
  unauthenticatedFrameBytes: 4 * KB,
  unauthenticatedPackets: 3,
  unauthenticatedSockets: 2_000,

  // -- back-pressure and blame ---------------------------------------------------------------------------------
  /** Not yet read by a client; over it the line is cut. */
  bufferedBytes: 4 * MB,
  /** Presence is left out for a client that has more than this unread. */
  bufferedBytesForPresence: 64 * KB,
  /** Refusals that no honest client earns, per person, before all their sockets are closed and they are kept out. */
  refusalsBeforeBlock: 20,
  /** In this time so many are forgiven. */
  patienceMs: 600 * SECOND,
  blockMs: 60 * SECOND,

  /** What came is read for so long in one turn of the event loop; the rest waits for the next ones (`live/turns.ts`). */
  readMsPerTurn: 10,

  // -- the server's own ----------------------------------------------------------------------------------------
  /** Accepted and not yet committed, over all documents of a node; over it TEMPORARY. */
  queueBytes: 10 * MB,
  /** One append to the log: documents and bytes. What is more goes with the next. */
  appendDocuments: 500,
  appendBytes: 4 * MB,
  appendRetryMs: 100,
  appendRetryMaxMs: 1 * SECOND,
  /** Failing for this long, authors are told that saving is stalled. */
  stalledAfterMs: 1 * SECOND,
  /**
   * The same when the log has not even failed for so long: less than the patience of a client, which would come in again
   * to ask, be refused by the same log, and be back seconds after it.
   */
  unansweredAfterMs: 8 * SECOND,
  /** The merged state of a document. An update that could push it over is refused with TOO_BIG. */
  documentBytes: 16 * MB,
  /** So often every node compares its open documents with the log, and reads on in the changes of rights. */
  pollMs: 4 * SECOND,
  /** Sessions and rights of open sockets are looked up again without any reason. */
  sweepMs: 60 * SECOND,
  /** How often somebody looks for sessions that are over. */
  expiryMs: 500,
  roomIdleMs: 30 * SECOND,
  /** Rows, or bytes, after which a document is compacted; the third when its last reader leaves. */
  compactAfterRows: 300,
  compactAfterBytes: 1 * MB,
  compactAfterRowsWhenIdle: 20,
  /** A document under constant writing is compacted no more often. */
  compactEveryMs: 20 * SECOND,
  /** Documents waiting for compaction on this node; more are found again at their next edit. */
  compactionsWaiting: 10_000,
  /** Pieces that Yjs merges in one call: its cost grows with the square. */
  mergeAtOnce: 50,
  /** An answer to a join is cut into pieces of this size, so that a long document does not hold up what comes behind. */
  openingPieceBytes: 256 * KB,
  /** A piece of work on a document in a thread (`documents/materialise.ts`). Over it the thread is ended. */
  workMs: 10 * SECOND,
  /** Merges and differences of so little are done where they are asked: a thread would cost more than it takes over. */
  workHereBytes: 32 * KB,
  /** Up to so much is looked through without building anything (some 5 ms) before a thread is asked for a difference. */
  walkHereBytes: 1_024 * KB,
  /** A snapshot of so much is kept packed for the wire too; under it the trip saved is not worth the unpacking. */
  packFromBytes: 16 * KB,
  /** A document whose compaction failed is left alone for so long, then for twice as long each time, up to the second. */
  compactAgainMs: 60 * SECOND,
  compactAgainMostMs: 60 * 60 * SECOND,
  /** Loose updates in an answer to a join before they are merged into the base. */
  looseUpdates: 50,
  /** Kept ready to send, over all open documents of a node. */
  openingBytes: 64 * MB,
  /** A node that stops and takes nothing more has what it accepted in the log within this time, or says so. */
  drainMs: 7 * SECOND,
  /** Before, clients are told to go to another node spread over this time, and are served until they do. */
  drainSpreadMs: 2 * SECOND,
  /** Who has not gone by then is sent away. */
  drainPatienceMs: 2.5 * SECOND,
} as const;

export type Limits = { readonly [Name in keyof typeof LIMITS]: number };
