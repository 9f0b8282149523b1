/** The sum behind one number as rows to read: the inputs that count most, all others together, the bias, and what is made of it. Pure. */
import type { UnitSum } from '../../../networks/generator/activations.ts';
import type { LayerName } from '../../../networks/generator/layer-names.ts';
import { numberName } from './views.ts';

export interface SumTable {
  readonly rows: readonly SumRow[];
  readonly others: { readonly count: number; readonly total: number };
  readonly bias: number;
  readonly total: number;
  readonly activation: UnitSum['activation'];
  readonly value: number;
}

interface SumRow {
  readonly name: string;
  readonly input: number;
  readonly weight: number;
  readonly product: number;
}

export const numRows = 8;

export function sumTable(
  { from, inputs, weights, bias, activation, value }: UnitSum,
  layer: LayerName,
  classDim: number,
): SumTable {
  const all = Array.from(from, (place, i) => ({
    name: inputName(layer, place, classDim),
    input: inputs[i],
    weight: weights[i],
    product: inputs[i] * weights[i],
  })).toSorted((a, b) => Math.abs(b.product) - Math.abs(a.product));
  const sum = (rows: readonly SumRow[]): number => rows.reduce((total, { product }) => total + product, 0);
  const rest = all.slice(numRows);
  return {
    rows: all.slice(0, numRows),
    others: { count: rest.length, total: sum(rest) },
    bias,
    total: sum(all) + bias,
    activation,
    value,
  };
}

/** Counted from 1. */
function inputName(layer: LayerName, place: number, classDim: number): string {
  if (layer === 'dense1') return numberName(place, classDim);
  if (layer === 'dense2' || layer === 'dense3') return `number ${place + 1}`;
  const side = layer === 'convT1' ? 5 : 14;
  const [map, pixel] = [place % 16, Math.floor(place / 16)];
  return `map ${map + 1}, ${Math.floor(pixel / side) + 1}|${(pixel % side) + 1}`;
}
