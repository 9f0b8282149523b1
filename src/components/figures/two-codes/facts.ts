/** What the figure of the two codes is told at build time: its first picture, the layers behind it, one sum. Not for islands. */
import { imageLength } from '../../../networks/blocks/image-shape.ts';
import { buildObserver, type Activations } from '../../../networks/generator/activations.ts';
import { sheetUrl, withGenerator } from '../../build/generator.ts';
import { figureFacts } from '../shell/facts.ts';
import { findCheckpoint } from '../shell/state/checkpoints.ts';
import { parseState } from '../shell/state/fields.ts';
import { openedUnit, twoCodes, twoCodesFields, type TwoCodesFacts } from './state.ts';
import { sumTable } from './sum-table.ts';
import { heatOf, layerViews, sheetOf, viewOf, type ViewName } from './views.ts';

export async function twoCodesFacts(): Promise<TwoCodesFacts> {
  const shared = await figureFacts('transfers', {});
  const { id } = findCheckpoint(shared.checkpoints, shared.initial.preset, shared.initial.sigma);
  return withGenerator(id, ({ checkpoint, parameters }) => {
    const { model, dataset } = checkpoint.manifest;
    const facts = {
      ...shared,
      labels: dataset.labels,
      classDim: model.classDim,
      contentDim: model.contentDim,
    };
    const state = parseState(twoCodesFields(facts), '');
    const codes = twoCodes(checkpoint, state);
    const unit = openedUnit(state);
    const observer = buildObserver(model, parameters);
    const { layers, sum } = observer.observe(codes, unit);
    observer.dispose();
    return {
      ...facts,
      first: {
        codes: [...codes.classCodes, ...codes.contentCodes].map((value) => Number(value.toFixed(3))),
        sheets: layerViews.map(({ name }) => sheetUrlOf(name, layers)),
        map: { layer: state.layer, number: state.map, sheet: mapUrlOf(state.layer, state.map, layers) },
        sum: sumTable(sum, unit.layer, model.classDim),
      },
    };
  });
}

function sheetUrlOf(name: ViewName, layers: Activations['layers']): string {
  const view = viewOf(name);
  const { columns, cellSize } = sheetOf(view);
  const shape = { imageHeight: cellSize, imageWidth: cellSize, imageChannels: 1 };
  return sheetUrl(heatOf(view, layers), columns, shape);
}

function mapUrlOf(name: ViewName, map: number, layers: Activations['layers']): string {
  const view = viewOf(name);
  const shape = { imageHeight: view.rows, imageWidth: view.columns, imageChannels: 1 };
  const length = imageLength(shape);
  return sheetUrl(heatOf(view, layers).subarray(map * length, (map + 1) * length), 1, shape);
}
