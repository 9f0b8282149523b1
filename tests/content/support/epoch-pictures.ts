/** What the pictures of a run show, as ink: its sheet of epochs and its previews; and what the judge reads in them. */
import { cellSize, meanDifference, type Cells } from '../../../src/components/build/read-cells.ts';
import { epochsPicture } from '../../../src/contract/previews.ts';
import { buildClassifier, predictClasses } from '../../../src/networks/classifier/classifier.ts';
import { startWasmBackend } from '../../../src/networks/blocks/wasm-backend.ts';
import { readClassifier } from '../../../training/methods/classifier/files/read-classifier.ts';

/** Share of the inked pixels that are neither nearly paper nor nearly full ink. */
export function greyShare(cells: readonly Float32Array[]): number {
  let [inked, grey] = [0, 0];
  for (const cell of cells) {
    for (const value of cell) {
      if (value > 0.1) inked += 1;
      if (value > 0.1 && value < 0.9) grey += 1;
    }
  }
  return grey / inked;
}

const numColumns = epochsPicture.classes.length;
const numClasses = 10;
const targetOf = (column: number): number =>
  (epochsPicture.classes[column] + epochsPicture.transferShift) % numClasses;

/**
 * How different two pictures of one class are that have different contents, epoch by epoch: reconstructions beside transfers into
 * the same class, averaged over the classes that the sheet has both of.
 */
export function contentEffect(sheet: Cells): number[] {
  const pairs = epochsPicture.classes.flatMap((_, column) => {
    const own = epochsPicture.classes.findIndex((digit) => digit === targetOf(column));
    return own < 0 ? [] : [{ own, transfer: numColumns + column }];
  });
  return Array.from(
    { length: sheet.rows },
    (_, row) =>
      pairs.reduce(
        (sum, { own, transfer }) => sum + meanDifference(sheet.at(row, own), sheet.at(row, transfer)),
        0,
      ) / pairs.length,
  );
}

/** Of the transfers in each row of a sheet, how many the judge reads as the class that was asked for. */
export async function obeyedByEpoch(sheets: readonly Cells[]): Promise<number[][]> {
  await startWasmBackend();
  const { config, parameters } = await readClassifier('public/models/classifier-mnist-judge');
  const judge = buildClassifier(config, parameters);
  const counts = sheets.map((sheet) =>
    Array.from({ length: sheet.rows }, (_, row) => {
      const ink = new Float32Array(numColumns * cellSize ** 2);
      for (let i = 0; i < numColumns; i++) ink.set(sheet.at(row, numColumns + i), i * cellSize ** 2);
      const read = predictClasses(judge.classify(ink));
      return Array.from(read).filter((digit, i) => digit === targetOf(i)).length;
    }),
  );
  judge.dispose();
  return counts;
}
