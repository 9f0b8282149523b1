/**
 * The exercise's generator as a chain to draw: tensors to scale, and the steps between them. Every size and every number
 * of parameters comes from the network's own shapes. Not here: the SVG (GeneratorChain.astro).
 */
import {
  generatorShapes,
  numChannels,
  trainableNames,
  viewSizeOf,
  type GeneratorConfig,
} from '../../networks/generator/generator.ts';

/** `codes`: two vectors end to end. `planes`: squares one behind the other. */
type TensorShape =
  | { readonly kind: 'codes'; readonly lengths: readonly [number, number] }
  | { readonly kind: 'vector'; readonly length: number }
  | { readonly kind: 'planes'; readonly numPlanes: number; readonly side: number };

/** What leads to a stage. */
interface Step {
  /** Lines of words across; down they are one line. */
  readonly lines: readonly string[];
  readonly numParameters: number;
  /** Length of the arrow in the drawing across, which its words need. */
  readonly room: number;
}

export interface Stage {
  readonly tensor: TensorShape;
  readonly label: string;
  readonly step?: Step;
}

export function generatorStages(config: GeneratorConfig): readonly Stage[] {
  const shapes = generatorShapes(config);
  const numParameters = (layer: string): number =>
    trainableNames
      .filter((name) => name.startsWith(`${layer}.`))
      .reduce((total, name) => total + shapes[name].reduce((product, size) => product * size, 1), 0);
  const step = (room: number, lines: readonly string[], layer = 'none'): Step => ({
    lines,
    room,
    numParameters: numParameters(layer),
  });
  const vector = (layer: 'dense1' | 'dense2' | 'dense3'): Stage => ({
    tensor: { kind: 'vector', length: shapes[`${layer}.bias`][0] },
    label: String(shapes[`${layer}.bias`][0]),
    step: step(46, ['linear,', 'ReLU'], layer),
  });
  const planes = (numPlanes: number, side: number, step: Step): Stage => ({
    tensor: { kind: 'planes', numPlanes, side },
    label: `${numPlanes} × ${side} × ${side}`,
    step,
  });
  const kernelSize = shapes['convT1.weight'][0];
  const convolution = `conv. ${kernelSize} × ${kernelSize}`;
  const { height: viewSize } = viewSizeOf(config); // square, as the images of all data sets here are
  const convolvedSize = 2 * viewSize + kernelSize - 1;
  return [
    {
      tensor: { kind: 'codes', lengths: [config.classDim, config.contentDim] },
      label: `${config.classDim} + ${config.contentDim}`,
    },
    vector('dense1'),
    vector('dense2'),
    vector('dense3'),
    planes(numChannels, viewSize, step(44, ['view'])),
    planes(numChannels, 2 * viewSize, step(56, ['nearest', '× 2'])),
    planes(numChannels, convolvedSize, step(70, ['transposed', convolution], 'convT1')),
    planes(numChannels, config.imageHeight, step(72, ['batch norm,', 'ReLU,', 'nearest × 2'], 'batchNorm')),
    planes(
      config.imageChannels,
      config.imageHeight,
      step(70, ['transposed', `${convolution},`, 'sigmoid'], 'convT2'),
    ),
  ];
}

export type Orientation = 'across' | 'down';

/** Pixels. Two vectors of codes stand `codeGap` apart; each plane is `planeShift` up and right of the one before it. */
export const drawn = {
  perNumber: 0.5,
  perCell: 3.4,
  barThickness: 10,
  codeGap: 3,
  planeShift: 2,
  downGap: 52,
} as const;

export interface PlacedStage extends Stage {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function sizeOf(tensor: TensorShape, orientation: Orientation): { width: number; height: number } {
  if (tensor.kind === 'planes') {
    const side = tensor.side * drawn.perCell + (tensor.numPlanes - 1) * drawn.planeShift;
    return { width: side, height: side };
  }
  const length =
    tensor.kind === 'vector'
      ? tensor.length * drawn.perNumber
      : (tensor.lengths[0] + tensor.lengths[1]) * drawn.perNumber + drawn.codeGap;
  return orientation === 'across'
    ? { width: drawn.barThickness, height: length }
    : { width: length, height: drawn.barThickness };
}

/** The stages one after the other from `start` on, each centred on the line `axis`. */
export function placeStages(
  stages: readonly Stage[],
  orientation: Orientation,
  { start, axis }: { start: number; axis: number },
): readonly PlacedStage[] {
  let at = start;
  return stages.map((stage) => {
    const { width, height } = sizeOf(stage.tensor, orientation);
    if (orientation === 'across') {
      const x = at + (stage.step?.room ?? 0);
      at = x + width;
      return { ...stage, x, y: axis - height / 2, width, height };
    }
    const y = at + (stage.step ? drawn.downGap : 0);
    at = y + height;
    return { ...stage, x: axis - width / 2, y, width, height };
  });
}
