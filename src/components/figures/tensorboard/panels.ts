/** What TensorBoard shows of the exercise’s runs, by the tags of their event files, read from what the checkpoints keep of the same runs. */
import type { GloHistory } from '../../../contract/families/glo.ts';
import { previewFile, type PreviewKind } from '../../../contract/ids.ts';
import { readHistory, settingsOf } from '../../build/metrics.ts';
import { lineChartOfCurves } from '../../charts/curve-chart.ts';
import type { Panel } from '../../charts/types.ts';

/** Of the curves that a checkpoint keeps, each with its tag. */
export const scalarTags = {
  loss: 'loss/loss',
  l1: 'loss/l1',
  l2: 'loss/l2',
  contentCodeRms: 'codes/contentCodeRms',
} as const satisfies Record<keyof GloHistory, string>;

/** In the event files alone. */
export const otherScalarTags = ['codes/contentCodeNorm', 'codes/classCodeRms', 'time/seconds'] as const;

/** The previews of a checkpoint that are its last logged pictures, by their tags. */
export const imageTags = ['reconstructions', 'transfers'] as const satisfies readonly PreviewKind[];

/** The noise that the exercise asks for, with too little and too much. */
const sigmas = [0, 0.3, 5];

interface LoggedRun {
  readonly id: string;
  readonly sigma: number;
}

export const loggedRuns = (): readonly LoggedRun[] =>
  settingsOf({ group: 'sigma', dataset: 'mnist', shipped: true, preset: 'exercise' })
    .map(({ id, training }) => ({ id, sigma: training.contentNoiseStd }))
    .filter(({ sigma }) => sigmas.includes(sigma));

/** One panel a tag, one curve a run. */
export function scalarPanels(runs: readonly LoggedRun[]): readonly Panel[] {
  const histories = runs.map((run) => ({ ...run, history: readHistory(run.id) }));
  return (Object.keys(scalarTags) as (keyof GloHistory)[]).flatMap((name) =>
    lineChartOfCurves({
      y: { label: scalarTags[name], digits: 4 },
      curves: histories.map(({ sigma, history }) => ({
        id: `sigma-${sigma}`,
        label: `σ = ${sigma}`,
        order: sigma,
        values: history[name],
      })),
    }).panels.map((panel) => ({ ...panel, id: name })),
  );
}

export const pictureOf = ({ id }: LoggedRun, tag: (typeof imageTags)[number]): string =>
  `models/${id}/${previewFile(tag)}`;
