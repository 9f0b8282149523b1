/**
 * Transfers asked for their class (λ × the auxiliary classifier's cross-entropy) and for their style (μ × its distance): the grid of both
 * weights, the chosen ones over the whole noise sweep, and what they are doubted with.
 */
import { sameImagesCritic } from '../classifiers.ts';
import { contentNoiseStds } from './sigma.ts';
import { seeds, sweepEvaluation, vary, type GloRecipe } from './vary.ts';

/** The weights and the content dimensions that are shipped as the preset `styled`. */
const chosen = { lambda: 0.02, mu: 0.05, contentDim: 40 } as const;

/** Where it does best, and is compared with other families. */
const comparedNoiseStd = 0.1;

const asked = (lambda: number, mu: number) => ({
  weight: lambda,
  style: { weight: mu, network: 'auxiliary-classifier' as const },
});

const sweep: readonly GloRecipe[] = seeds.flatMap((seed) =>
  contentNoiseStds.map((contentNoiseStd) =>
    vary({
      name: 'styled',
      says: 'styled recipe',
      group: 'styled',
      preset: 'styled',
      contentNoiseStd,
      contentDim: chosen.contentDim,
      guidance: asked(chosen.lambda, chosen.mu),
      seed,
      ships: seed === 1,
      evaluation: sweepEvaluation(seed, contentNoiseStd === comparedNoiseStd),
    }),
  ),
);

/** Every weight of style with 40 dimensions, the middle one with 25 and little noise. */
const grid: readonly GloRecipe[] = ([40, 25] as const).flatMap((contentDim) =>
  ([0.02, 0.05] as const).flatMap((lambda) =>
    (contentDim === 25 ? [chosen.mu] : [0.01, 0.05, 0.1])
      .filter((mu) => !(contentDim === chosen.contentDim && lambda === chosen.lambda && mu === chosen.mu))
      .flatMap((mu) =>
        (contentDim === 25 ? [0, 0.1] : [0, 0.1, 0.3]).map((contentNoiseStd) =>
          vary({
            name: `styled-dims${contentDim}-lambda${lambda}-mu${mu}`,
            says: `style with λ = ${lambda}, μ = ${mu}, ${contentDim} content dimensions`,
            group: 'styled',
            contentNoiseStd,
            contentDim,
            guidance: asked(lambda, mu),
          }),
        ),
      ),
  ),
);

/** What the chosen weights are doubted with, where they do best: each leaves out, or replaces, one thing. */
const doubts: readonly GloRecipe[] = seeds.flatMap((seed) => {
  const base = {
    group: 'styled',
    contentNoiseStd: comparedNoiseStd,
    contentDim: chosen.contentDim,
    seed,
  } as const;
  const { lambda, mu } = chosen;
  return [
    vary({
      ...base,
      name: 'styled-alone',
      says: 'style without the classifier’s reading',
      guidance: asked(0, mu),
    }),
    vary({
      ...base,
      name: 'styled-untrained',
      says: 'style read by a network with random weights',
      guidance: { weight: lambda, style: { weight: mu, network: 'untrained' } },
    }),
    vary({
      ...base,
      name: 'styled-same-images',
      says: 'style and a critic taught by the same 2,000 images',
      guidance: { ...asked(lambda, mu), auxiliaryClassifier: sameImagesCritic },
    }),
    vary({
      ...base,
      name: 'guided-same-images',
      says: 'a critic taught by the same 2,000 images, without style',
      guidance: { weight: lambda, auxiliaryClassifier: sameImagesCritic },
    }),
  ];
});

/** On strokes, where the factors are known. */
const strokes: readonly GloRecipe[] = (
  [
    { name: 'plain', says: 'noise alone, 40 content dimensions' },
    { name: 'guided', says: 'the critic without style', guidance: { weight: chosen.lambda } },
    { name: 'styled', says: 'the critic and style', guidance: asked(chosen.lambda, chosen.mu) },
  ] as const
).map((variation) =>
  vary({
    ...variation,
    group: 'styled',
    datasetName: 'strokes',
    contentNoiseStd: 0.1,
    contentDim: chosen.contentDim,
  }),
);

export const styledRecipes: readonly GloRecipe[] = [...sweep, ...doubts, ...strokes, ...grid];
