/** What a reader is told of a guess. Pure. */
interface Said {
  readonly inWords?: string | undefined;
  readonly measured?: string | undefined;
}

export const verdictOn = (guessed: Said, answer: Said): string =>
  guessed.inWords === answer.inWords
    ? `Yes: ${answer.inWords}, ${answer.measured}.`
    : `You said ${guessed.inWords}, where it is ${guessed.measured}. The answer is ${answer.inWords}, with ${answer.measured}.`;
