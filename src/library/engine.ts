/**
 * The engine by itself, for programs in a page: checkpoints of all families, and their named functions, computed in a worker. The same
 * engine draws the figures of the site.
 */
import { createClient } from '../engine/client.ts';
import type { Engine, EngineKind } from '../engine/api.ts';
import { startWorker } from '../engine/workers.ts';
import { folderUrl } from './folder-url.ts';

export { EngineError, engineKinds } from '../engine/api.ts';
export type {
  Checkpoint,
  Engine,
  EngineErrorCode,
  EngineKind,
  LoadProgress,
  Reading,
} from '../engine/api.ts';
export type { FunctionName, Functions } from '../engine/functions.ts';
export type { Family, Manifest, ManifestOf } from '../contract/manifest.ts';
export {
  evenSteps,
  interpolation,
  reconstructions,
  samples,
  transfers,
} from '../networks/generator/codes.ts';
export type {
  CodeBatch,
  CodeSource,
  InterpolationOptions,
  SampleOptions,
} from '../networks/generator/codes.ts';

export interface EngineOptions {
  /** Address of the folder of models: it holds a folder a checkpoint. */
  readonly models: string;
  /** `tfjs`, which also has gradients, or `onnx`, which needs `generator.onnx` beside the weights; `tfjs` without it. */
  readonly kind?: EngineKind;
}

/** Its worker starts with the first request. `dispose` ends it. */
export const openEngine = ({ models, kind = 'tfjs' }: EngineOptions): Engine =>
  createClient({ kind, modelsUrl: folderUrl(models), startWorker: startWorker[kind] });
