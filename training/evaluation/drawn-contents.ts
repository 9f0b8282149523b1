/** Pictures of drawn contents, as many of each class, one class after the other in turn: for the protocol of generated.ts. */
import type { CodeSource } from '../../src/networks/generator/codes.ts';
import { createRandom } from '../../src/numerics/random.ts';
import { contentSamplers } from './content-samplers.ts';
import { numGenerated, type GeneratedInput, type GeneratedSampler } from './generated.ts';
import { labelsOf, type Predict } from './pictures.ts';
import { picturesOf } from './samplers.ts';

const samplers = {
  standard: contentSamplers.standard,
  fitted: contentSamplers.gaussian,
  classFitted: contentSamplers['class-gaussian'],
};

/** `noiseStd`: σ of the training. */
export function drawnContents(
  source: CodeSource,
  predict: Predict,
  noiseStd: number,
  count = numGenerated,
): GeneratedInput['draw'] {
  const { contentDim: dim, numClasses } = source.manifest.model;
  const table = { codes: source.contentCodes, dim, labels: labelsOf(source), noiseStd };
  const classes = Uint8Array.from({ length: count }, (_, i) => i % numClasses);
  const draw = (name: GeneratedSampler) => () => {
    const random = createRandom(`generated ${name}`);
    return picturesOf(samplers[name](table, { classes, random }), classes, { source, predict });
  };
  return { standard: draw('standard'), fitted: draw('fitted'), classFitted: draw('classFitted') };
}
