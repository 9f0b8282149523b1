/** What was measured on a run, with what it is told apart by and what made it: the record that every family writes. */
import type { Manifest } from '../../src/contract/manifest.ts';
import {
  parseRunMetrics,
  roundValues,
  type MetricValues,
  type RunMetrics,
} from '../../src/contract/metrics.ts';
import { contractVersion } from '../../src/contract/parts.ts';
import type { MeasuredRecipe } from '../recipes/recipe.ts';
import type { MeasureInput } from './method.ts';

interface Measured {
  readonly manifest: Pick<Manifest, 'title' | 'provenance'>;
  /** What the family tells runs apart by, as the contract has it. */
  readonly setting: object;
  readonly values: MetricValues;
  readonly projection?: RunMetrics['projection'];
}

/** @throws ContractError when the parts do not fit the contract. */
export const runMetricsOf = (
  { recipe, provenance }: Pick<MeasureInput<MeasuredRecipe>, 'recipe' | 'provenance'>,
  { manifest, setting, values, projection }: Measured,
): RunMetrics =>
  parseRunMetrics(
    {
      contractVersion,
      id: recipe.id,
      title: manifest.title,
      ...setting,
      shipped: recipe.ships,
      metrics: roundValues(values),
      ...(projection && { projection }),
      provenance: {
        command: provenance.command,
        codeVersion: manifest.provenance.codeVersion,
        evaluationVersion: provenance.evaluationVersion,
      },
    },
    `metrics of ${recipe.id}`,
  );
