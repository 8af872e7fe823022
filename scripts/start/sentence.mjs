/** Something that has to be put right by hand: the message is the whole explanation. */
export class Sentence extends Error {}

/** Runs a step of the start; what it cannot do is said in a sentence, without a stack, and ends the process. */
export async function inSentences(step) {
  try {
    await step();
  } catch (error) {
    if (!(error instanceof Sentence)) throw error;
    process.stderr.write(`\n${error.message}\n`);
    process.exit(1);
  }
}

export function say(text) {
  process.stdout.write(`${text}\n`);
}
