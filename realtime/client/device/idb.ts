/** What of IndexedDB we need, as promises. */

const OPEN_WITHIN_MS = 3_000;

/**
 * Opens a database, made by `upgrade` when it is new. Rejects when the browser refuses (private windows, blocked
 * storage) and when it does not answer at all, as Safari sometimes does after a start.
 */
export function openDatabase(name: string, upgrade: (database: IDBDatabase) => void): Promise<IDBDatabase> {
  return open(name, (request) => upgrade(request.result));
}

/** Opens a database that is there already; null when it is not. */
export async function openExisting(name: string): Promise<IDBDatabase | null> {
  let isNew = false;
  const opened = open(name, (request) => {
    isNew = true;
    request.transaction?.abort();
  });
  return opened.catch((error: unknown) => {
    if (isNew) return null;
    throw error;
  });
}

function open(name: string, upgrade: (request: IDBOpenDBRequest) => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      reject(new Error("the device's storage does not answer"));
    }, OPEN_WITHIN_MS);
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => upgrade(request);
    request.onsuccess = () => {
      clearTimeout(timer);
      if (late) request.result.close();
      else resolve(request.result);
    };
    request.onerror = () => {
      clearTimeout(timer);
      reject(request.error);
    };
  });
}

/** Resolves when the transaction is complete: from then on the browser keeps what it wrote. */
export function completed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error("the device's storage gave up"));
    transaction.onerror = () => reject(transaction.error);
  });
}

export function resultOf<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Deletes a database; resolves when it is gone, also when it never was. */
export function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    // Other tabs hold it open; they let go when they hear of it, and then this succeeds.
    request.onblocked = () => {};
    request.onerror = () => reject(request.error);
  });
}
