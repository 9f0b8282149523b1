/** A checkpoint of any family in a few words and numbers: what it is, what it learned from, how, and what was measured. Pure. */
import type { Manifest } from '../../../contract/manifest.ts';
import type { KeptModel } from '../../../engine/own-models.ts';
import { namedNumbers } from '../shell/state/measurements.ts';

export type Fact = readonly [name: string, value: string];

const familyNames: Readonly<Record<Manifest['family'], string>> = {
  amortized: 'encoders for GLO',
  autoencoder: 'autoencoder',
  classifier: 'classifier',
  gan: 'GAN',
  glo: 'GLO',
  vae: 'VAE',
};

export function aboutCheckpoint({ manifest, measured }: KeptModel): readonly Fact[] {
  const { family, title, id, dataset, model, training } = manifest;
  const { imageHeight, imageWidth, imageChannels } = model;
  return [
    ['title', title],
    ['id', id],
    ['family', familyNames[family]],
    [
      'images',
      `${imageHeight} × ${imageWidth}, ${imageChannels === 1 ? 'grey' : `${imageChannels} channels`}`,
    ],
    ['learned from', `${dataset.numTrainingImages.toLocaleString('en')} of ${dataset.name}`],
    ['codes', codesText(manifest)],
    ['parameters', model.numParameters.toLocaleString('en')],
    ['epochs', String(training.numEpochs)],
    ['seed', String(training.seed)],
    ...('contentNoiseStd' in training ? [['noise std σ', String(training.contentNoiseStd)] as const] : []),
    ...(family === 'glo' ? measuredFacts(id, measured) : []),
  ];
}

const measuredFacts = (id: string, measured: KeptModel['measured']): readonly Fact[] =>
  measured
    ? namedNumbers(measured)
    : [['measured', `no metrics.json came with it; npm run evaluate -- ${id} writes one`]];

function codesText({ model }: Manifest): string {
  if ('contentDim' in model) return `${model.contentDim} numbers of content, ${model.classDim} of class`;
  return 'codeDim' in model ? `${model.codeDim} numbers` : 'none';
}

/** Why the figures of GLO do not draw with it; undefined when they do. @param numImages that the figures pick from. */
export function whyNotInFigures(manifest: Manifest, numImages: number): string | undefined {
  if (manifest.family !== 'glo') {
    return `The figures that can draw with a checkpoint of yours are of GLO, and this is of the family ${manifest.family}.`;
  }
  const { dataset, model, previews } = manifest;
  const { imageHeight, imageWidth, imageChannels, numClasses } = model;
  if (imageHeight !== 28 || imageWidth !== 28 || imageChannels !== 1) {
    return `The figures show grey images of 28 × 28, and these have ${imageHeight} × ${imageWidth} × ${imageChannels}.`;
  }
  if (numClasses !== 10) return `The figures have ten classes, and this has ${numClasses}.`;
  if (previews.images.length !== numClasses) {
    return `The figures begin with an image of each class, and this has learned images of ${previews.images.length} of its ${numClasses} classes.`;
  }
  if (model.contentDim < 2) return 'The figures move contents in a plane, and these have one number alone.';
  if (dataset.numImages < numImages) {
    return `The figures pick from the codes of ${numImages.toLocaleString('en')} images, and this has those of ${dataset.numImages.toLocaleString('en')}.`;
  }
  return undefined;
}
