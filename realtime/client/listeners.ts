/** Those who want to hear of something. A listener may be added or removed while the others are being told. */
export class Listeners<Args extends unknown[]> {
  private readonly all = new Set<(...args: Args) => void>();

  /** @returns how to stop listening. */
  add(listener: (...args: Args) => void): () => void {
    this.all.add(listener);
    return () => {
      this.all.delete(listener);
    };
  }

  tell(...args: Args): void {
    for (const listener of [...this.all]) listener(...args);
  }

  clear(): void {
    this.all.clear();
  }
}
