/** A comparison of two runs for a terminal. */
import type { ComparedRun } from './compared-run.ts';
import type { Differences } from './differences.ts';
import { apartText, differenceText, spreadText } from './numbers.ts';

export const apartMeans =
  'apart: the means differ by more than both standard deviations together; within: by less.';

/** What a reader must know of how two runs came to be before believing a difference; nothing where the same code made both. */
export function cautions({ sameTraining, sameMeasuring }: Differences): readonly string[] {
  return [
    ...(sameTraining ? [] : ['They were trained by different versions of the code.']),
    ...(sameMeasuring ? [] : ['They were measured by different instruments, or versions of them.']),
  ];
}

export function comparisonText(
  [first, second]: readonly [ComparedRun, ComparedRun],
  differences: Differences,
): string {
  const { settings, metrics } = differences;
  const names = [first.name, second.name];
  const settingRows = settings.map(({ name, values }) => [name, ...values]);
  const metricRows = metrics.map(({ name, spreads, difference, isApart }) => [
    name,
    ...spreads.map(spreadText),
    differenceText(difference),
    apartText(isApart),
  ]);
  const parts = [
    ...cautions(differences),
    settingRows.length > 0
      ? columns([['setting', ...names], ...settingRows])
      : 'Their settings are the same.',
    columns([['metric', ...names, 'difference', ''], ...metricRows]),
    ...(metrics.some(({ isApart }) => isApart !== undefined) ? [apartMeans] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The first column to the left, the others to the right. */
function columns(rows: readonly (readonly string[])[]): string {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
