/**
 * Questions that many ask at the same moment, as one: what is asked in one turn of the event loop, and while the last
 * question is on its way, goes together. A statement costs the server more than most answers do.
 */
export class AskedTogether<Question, Answer> {
  private waiting: { question: Question; resolve(answer: Answer): void; reject(error: unknown): void }[] = [];
  private running = false;

  /** `ask` answers all questions, in their order. */
  constructor(private readonly ask: (questions: readonly Question[]) => Promise<readonly Answer[]>) {}

  /** The answer is to a question that was put after this call. @throws what `ask` throws. */
  one(question: Question): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ question, resolve, reject });
      if (!this.running) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.running = true;
    while (this.waiting.length > 0) {
      // The rest of this turn's come along.
      await new Promise(setImmediate);
      const waiting = this.waiting.splice(0);
      try {
        const answers = await this.ask(waiting.map(({ question }) => question));
        waiting.forEach(({ resolve }, index) => {
          resolve(answers[index] as Answer);
        });
      } catch (error) {
        for (const { reject } of waiting) reject(error);
      }
    }
    this.running = false;
  }
}
