/** One experiment as a flat typed object: everything that decides a checkpoint, nothing about how it is run. */
import type { DatasetInfo, TrainingConfig } from '../../src/contract/manifest.ts';
import type { GeneratorConfig } from '../../src/networks/generator.ts';

export interface Recipe {
  /** Also the name of the checkpoint and of its folder; see src/contract/ids.ts. */
  readonly id: string;
  readonly title: string;
  readonly dataset: Pick<DatasetInfo, 'name' | 'numImages'>;
  readonly dims: GeneratorConfig;
  readonly training: TrainingConfig;
}

export const numClasses = 10;
