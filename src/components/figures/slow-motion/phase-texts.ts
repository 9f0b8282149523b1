/** Each phase in plain words, with the numbers of the step that is shown. */
import type { Phase } from '../../mdx/running-lines.ts';
import type { RunSettings } from './recording.ts';
import type { StepNumbers } from './state.ts';

export const phaseTitles: Readonly<Record<Phase, string>> = {
  batch: 'Draw a batch',
  codes: 'Look up the codes',
  noise: 'Add noise',
  generate: 'Generate',
  compare: 'Compare',
  gradients: 'Follow the loss back',
  update: 'Update',
};

export interface TextInput {
  readonly numbers: StepNumbers;
  readonly settings: RunSettings;
  readonly numImages: number;
}

export function phaseText(phase: Phase, { numbers, settings, numImages }: TextInput): string {
  const { loss, lossAfter, weightsMoved } = numbers;
  const { batchSize, sigma, numWeights } = settings;
  switch (phase) {
    case 'batch':
      return `${batchSize} of the ${numImages} images are drawn at random and called a to ${String.fromCharCode(96 + batchSize)}. An epoch is ${numImages / batchSize} such steps, so that each image comes up once.`;
    case 'codes':
      return 'Each image owns a content code of two numbers: a row of one table, and a dot. Its class owns a class code: a row of the other table, and a digit. The rows of the batch are copied out.';
    case 'noise':
      return `Fresh noise with σ = ${sigma} moves each copy from the dot to the ring. The dot stays: the table is not changed. The large circles have the radius σ.`;
    case 'generate':
      return 'The generator draws a picture from each pair: the class code, and the content code with the noise on it.';
    case 'compare':
      return `Each picture is compared with its image. Blue: ink is missing. Orange: there is too much. The loss of the batch, the mean absolute error plus the mean squared error, is ${loss.toFixed(3)}.`;
    case 'gradients':
      return `The gradient says for every number which way raises the loss. Arrows show the other way for the codes; the longest of a plane is always drawn alike. “Pull” shows it for the pixels, where it enters the generator. Each of the ${numWeights.toLocaleString('en-US')} weights has one, too.`;
    case 'update':
      return `Adam moves the weights, each by ${weightsMoved.toFixed(4)} on average, and the rows of both tables. ${outsideText(numbers)} Drawn again with the same noise, the batch has a loss of ${lossAfter.toFixed(3)}; it was ${loss.toFixed(3)}.`;
  }
}

/** Adam's averages push rows whose batch has gone. */
const outsideText = (numbers: StepNumbers): string =>
  movedOutside(numbers) === 0
    ? 'Dots outside the batch stay: none of them has had a gradient yet.'
    : 'Dots outside the batch that have had a gradient before move too.';

/** How many images outside the batch have another content code after the step. */
export const movedOutside = ({ images, contents, contentsAfter }: StepNumbers): number =>
  contents.filter(
    (code, image) =>
      !images.includes(image) && code.some((value, axis) => value !== contentsAfter[image][axis]),
  ).length;

/** What the plane of content codes shows, for those who do not see it. */
export function planeText(phase: Phase, { images, contents, contentsAfter }: StepNumbers): string {
  const rows = `${contents.length} dots, one for each image, in the colours of their classes`;
  const batch = `${images.length} of them are the batch`;
  switch (phase) {
    case 'batch':
    case 'codes':
      return `${rows}; ${batch}.`;
    case 'noise':
    case 'generate':
    case 'compare':
      return `${rows}; ${batch}, each with a ring where its copy is after the noise.`;
    case 'gradients':
      return `${rows}; ${batch}, each with an arrow that shows which way would lower the loss.`;
    case 'update': {
      const distances = images.map((image) =>
        Math.hypot(...contents[image].map((value, axis) => contentsAfter[image][axis] - value)),
      );
      return `${rows}; ${batch}, and moved by up to ${Math.max(...distances).toFixed(3)}.`;
    }
  }
}
