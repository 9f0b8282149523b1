import { expect, it } from 'vitest';
import { verdictOn } from '../../../../../../src/components/figures/guess/verdict.ts';

const answer = { inWords: 'σ = 0.3', measured: '92.9 %' };

it('says that a guess was right, and of a wrong one what was measured there and what it is', () => {
  expect(verdictOn(answer, answer)).toBe('Yes: σ = 0.3, 92.9 %.');
  expect(verdictOn({ inWords: 'σ = 1', measured: '98.9 %' }, answer)).toBe(
    'You said σ = 1, where it is 98.9 %. The answer is σ = 0.3, with 92.9 %.',
  );
});
