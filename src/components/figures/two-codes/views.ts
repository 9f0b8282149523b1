/** The layers as the figure shows them: how many numbers, how they lie, and their heat: each number by the largest of its layer. Pure. */
import type { Activations } from '../../../networks/generator/activations.ts';
import { layerNames, type LayerName } from '../../../networks/generator/layer-names.ts';

interface LayerView {
  readonly name: 'first' | 'second' | 'third' | 'small' | 'large' | 'image';
  /** The layer whose numbers these are. */
  readonly unitsOf: LayerName;
  /** Of one map. */
  readonly rows: number;
  readonly columns: number;
  readonly numMaps: number;
  readonly size: string;
  /** What makes it of the layer before. */
  readonly step: string;
}
export type ViewName = LayerView['name'];

export const layerViews: readonly LayerView[] = [
  { name: 'first', unitsOf: 'dense1', rows: 12, columns: 7, numMaps: 1, size: '84', step: 'linear, ReLU' },
  { name: 'second', unitsOf: 'dense2', rows: 12, columns: 10, numMaps: 1, size: '120', step: 'linear, ReLU' },
  { name: 'third', unitsOf: 'dense3', rows: 20, columns: 20, numMaps: 1, size: '400', step: 'linear, ReLU' },
  { name: 'small', unitsOf: 'dense3', rows: 5, columns: 5, numMaps: 16, size: '5 × 5 × 16', step: 'as maps' },
  {
    name: 'large',
    unitsOf: 'convT1',
    rows: 14,
    columns: 14,
    numMaps: 16,
    size: '14 × 14 × 16',
    step: 'double, convolve, ReLU',
  },
  {
    name: 'image',
    unitsOf: 'convT2',
    rows: 28,
    columns: 28,
    numMaps: 1,
    size: '28 × 28',
    step: 'double, convolve, sigmoid',
  },
];

export function viewOf(name: ViewName): LayerView {
  const view = layerViews.find((each) => each.name === name);
  if (view) return view;
  throw new Error(`There is no layer ${name}.`);
}

/** Maps one after another, as a grid of pictures takes them: [map, row, column] in [0, 1]. */
export function heatOf({ unitsOf, numMaps }: LayerView, layers: Activations['layers']): Float32Array {
  const values = layers[layerNames.indexOf(unitsOf)];
  const most = unitsOf === 'convT2' ? 1 : values.reduce((max, value) => Math.max(max, value), 1e-6);
  const length = values.length / numMaps;
  return Float32Array.from(values, (_, i) => values[(i % length) * numMaps + Math.floor(i / length)] / most);
}

/** How a layer's heat is cut into cells: one a map, or one a number. */
export const sheetOf = ({ rows, columns, numMaps }: LayerView) =>
  numMaps > 1 ? { rows: 4, columns: 4, cellSize: rows } : { rows, columns, cellSize: 1 };

/** "class 4", "content 17": as the figure calls the numbers of the codes, counted from 1. */
export const numberName = (number: number, classDim: number): string =>
  number < classDim ? `class ${number + 1}` : `content ${number - classDim + 1}`;
