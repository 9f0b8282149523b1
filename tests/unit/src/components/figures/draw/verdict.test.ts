import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../../../../../src/components/figures/draw/verdict.ts';

const losses = [0.1, 0.1, 0.05, 0.1, 0.1, 0.1, 0.1, 0.02, 0.1, 0.1];
const seven = { digit: 7, probability: 0.98 };

describe('what a search says', () => {
  it('is the class that fits best, how well, and what the judge reads', () => {
    expect(verdictOf({ losses, usualLoss: 0.033, reading: seven })).toBe(
      'The best fit is a 7, with a loss of 0.020; digits of the test file come to 0.033 on average. The judge, which never searches, says that your picture looks like a 7, 98\u00a0%.',
    );
  });

  it('is less where two classes fit almost as well', () => {
    expect(verdictOf({ losses: losses.with(8, 0.0215), usualLoss: 0.033, reading: undefined })).toBe(
      'The best fit is a 7, with a loss of 0.020; digits of the test file come to 0.033 on average. An 8 fits almost as well: a long search bends the content until a wrong class draws it, too.',
    );
  });

  it('is that nothing fits where the loss is far from that of digits', () => {
    const scribble = losses.map((loss) => loss + 0.1);
    expect(verdictOf({ losses: scribble, usualLoss: 0.033, reading: seven })).toBe(
      'Nothing fits. The best of the ten, a 7, ends at a loss of 0.120; digits of the test file come to 0.033 on average. No code of this model draws this picture, so it is hardly a digit as MNIST has them.',
    );
  });
});
