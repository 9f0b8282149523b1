/** Collects the same reconstructions and transfers after every epoch, for one picture that a page plays: src/contract/previews.ts. */
import { epochsPicture } from '../../../../src/contract/previews.ts';
import type { CodeBatch, CodeSource } from '../../../../src/networks/generator/codes.ts';
import { buildPredictor } from '../../../../src/networks/generator/predictor.ts';
import { concatenate, gatherRows } from '../../../../src/numerics/arrays.ts';
import type { GloModel } from '../model.ts';
import { firstOfEachClass } from './pictures.ts';
import { gridEncoderOf } from '../../../export/light-grid.ts';

export interface EpochsPicture {
  /** Draws the model as it is now, in eval mode, as the next row. */
  add(model: GloModel): void;
  encode(): Uint8Array<ArrayBuffer>;
}

export function createEpochsPicture(parts: CodeSource['manifest']): EpochsPicture {
  const first = firstOfEachClass(parts);
  const sources = epochsPicture.classes;
  const targets = sources.map((label) => (label + epochsPicture.transferShift) % parts.model.numClasses);
  const contents = [...sources, ...sources].map((label) => first[label]);
  const classes = [...sources, ...targets];
  const rows: Float32Array[] = [];
  return {
    add({ dims, parameters, contentCodes, classCodes }) {
      const codes: CodeBatch = {
        count: contents.length,
        contentCodes: gatherRows(contentCodes, dims.contentDim, contents),
        classCodes: gatherRows(classCodes, dims.classDim, classes),
      };
      const predictor = buildPredictor(dims, parameters);
      rows.push(predictor.predict(codes));
      predictor.dispose();
    },
    encode() {
      const grid = { rows: rows.length, columns: contents.length };
      return gridEncoderOf(parts.dataset.name)(concatenate(rows), grid, parts.model);
    },
  };
}
