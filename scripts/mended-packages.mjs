/**
 * Faults of packages that cost us dearly, mended where the server is bundled, until a release of theirs mends them. Each
 * is a change of exact text in a pinned version: when the text is no longer there, the build says so.
 */
const MENDED = [
  {
    file: "/node_modules/postgres/src/connection.js",
    // A connection that closed while a small write waited for the end of the turn never wrote again: the timer counted as
    // set. And a write after that had no socket, threw where nobody could catch it, and its question was never answered.
    // A database that was killed under traffic left the pool like that, for good (T76; porsager/postgres 1154, 1208).
    // What was left of the last question and its error was told to the first one of the next connection. And a question
    // that came between the error of a socket and its end stayed in the list of what was sent: the next connection waited
    // for its answer, for good, and so did all that were asked after it. And where something takes the line and closes it at
    // once, as a proxy without its database does, it was tried again without a pause.
    changes: [
      [
        `    socket = null

    if (initial)
      return reconnect()

    !hadError && (query || sent.length) && error(Errors.connection('CONNECTION_CLOSED', options, socket))
    closedTime = performance.now()
    hadError && options.shared.retries++
    delay = (typeof backoff === 'function' ? backoff(options.shared.retries) : backoff) * 1000
`,
        `    socket = null
    closedTime = performance.now()
    hadError && options.shared.retries++
    delay = (typeof backoff === 'function' ? backoff(options.shared.retries) : backoff) * 1000
    const lost = Errors.connection('CONNECTION_CLOSED', options)
    stream && (stream.destroy(lost), stream = null)
    query && queryError(query, lost)
    while (sent.length) queryError(sent.shift(), lost)
    query = results = errorResponse = null
    result = new Result()
    if (initial)
      return reconnect()

`,
      ],
      [
        // It began by itself, so nobody hears of its failure; the question that it came before does.
        "        return fetchArrayTypes()\n",
        "        return fetchArrayTypes().catch(noop)\n",
      ],
      [
        "    const x = socket.write(chunk, fn)\n",
        `    if (socket === null) {
      clearImmediate(nextWriteTimer)
      chunk = nextWriteTimer = null
      const closed = Errors.connection('CONNECTION_CLOSED', options)
      query && queryError(query, closed)
      query = null
      while (sent.length) queryError(sent.shift(), closed)
      return true
    }
    const x = socket.write(chunk, fn)
`,
      ],
      [
        "      error(Errors.connection('CONNECTION_DESTROYED', options))\n\n    clearImmediate(nextWriteTimer)\n",
        `      error(Errors.connection('CONNECTION_DESTROYED', options))

    clearImmediate(nextWriteTimer)
    chunk = nextWriteTimer = null
`,
      ],
      [
        "    incomings = null\n    clearImmediate(nextWriteTimer)\n    socket.removeListener",
        "    incomings = null\n    clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n    socket.removeListener",
      ],
    ],
  },
  {
    file: "/node_modules/postgres/src/index.js",
    // What a transaction asks after its connection closed went to that connection all the same, which the pool had begun to
    // open anew for somebody else: that question was never answered, and the pool had one connection fewer from then on.
    changes: [
      [
        "        new Promise((_, reject) => connection.onclose = reject)\n      ])\n    } catch (error) {\n      throw error",
        `        new Promise((_, reject) => connection.onclose = error => {
          lost = error
          while (queries.length) queries.shift().reject(error)
          reject(error)
        })
      ])
    } catch (error) {
      throw error`,
      ],
      [
        "      , connection\n      , prepare = null\n",
        "      , connection\n      , lost = null\n      , prepare = null\n",
      ],
      [
        "        q.catch(e => uncaughtError || (uncaughtError = e))\n        c.queue === full",
        `        q.catch(e => uncaughtError || (uncaughtError = e))
        if (lost)
          return q.reject(lost)
        c.queue === full`,
      ],
    ],
  },
];

/** The ends of the paths of these files. */
export const mendedFiles = MENDED.map(({ file }) => file);

/**
 * The source of a file of a package, mended when it is one of those above.
 * @param {string} path
 * @param {string} source
 */
export function mended(path, source) {
  const unixPath = path.replaceAll("\\", "/");
  const found = MENDED.find(({ file }) => unixPath.endsWith(file));
  return (found?.changes ?? []).reduce((text, [before, after]) => {
    if (text.split(before).length !== 2)
      throw new Error(`${path} is another one than scripts/mended-packages.mjs mends.`);
    return text.replace(before, () => after);
  }, source);
}
