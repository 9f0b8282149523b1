/** Exercises that are guessed before they are solved: the answer is that of the solution, and the figure stands on the page. */
import { describe, expect, it } from 'vitest';
import { guessIds, guessOf, type GuessId } from '../../src/components/figures/guess/guesses.ts';
import { figures } from '../../src/components/layout/figures.ts';
import { attributes, pages } from './support/pages.ts';

/** As the solutions say it; their claims are held to the measurements by tests of their own. */
const answers: Readonly<Record<GuessId, string>> = {
  'try-nine-of-ten': 'σ = 0.3',
  'try-obey-and-copy': 'σ = 0.7',
  'try-same-noise': 'lord',
  'try-pca': '100 numbers',
  'try-standard-draws': 'σ = 1',
  'try-guided': 'with the classifier',
  'try-pca-for-stacked': '50 numbers',
  'try-no-divergence': 'without it',
  'try-best-gan': 'WGAN-GP',
};

describe.each(guessIds)('The guess %s', (id) => {
  const guess = guessOf(id);

  it('has the answer that the solution has, among others', () => {
    const found = guess.options.filter(({ isAnswer }) => isAnswer);
    expect(found.map(({ inWords }) => inWords)).toEqual([answers[id]]);
    expect(guess.options.length).toBeGreaterThan(1);
    for (const { share } of guess.options) {
      expect(share).toBeGreaterThan(0);
      expect(share).toBeLessThanOrEqual(1);
    }
  });

  it('stands in an exercise, before the solution with its claim, on the page of its figure', () => {
    const places = pages.filter((page) => attributes(page, 'Guess', 'id').includes(id));
    expect(places).toHaveLength(1);
    const exercises = places[0].source.match(/<Exercise>.*?<\/Exercise>/gs) ?? [];
    const own = exercises.filter((exercise) => exercise.includes(`<Guess id="${id}" />`));
    expect(own).toHaveLength(1);
    expect(own[0].indexOf(`<Claim id="${id}">`)).toBeGreaterThan(own[0].indexOf('slot="solution"'));
    expect(own[0].indexOf('slot="solution"')).toBeGreaterThan(own[0].indexOf('<Guess'));
    expect(figures.find((figure) => figure.id === guess.figure)?.page).toBe(places[0].slug);
  });
});
