/** What a figure's status line says, from what its picture is doing. */
import type { EngineErrorCode, EngineKind } from '../../../../engine/api.ts';
import type { FigureStatusValue } from '../../../controls/figure-status.ts';
import type { CheckpointChoice } from './checkpoints.ts';

interface StatusInput {
  /** The model of the picture on screen, in words. */
  readonly what: string;
  /** Drawn here, not at training time. */
  readonly isLive: boolean;
  readonly engineKind: EngineKind;
  readonly progress: { readonly loadedBytes: number; readonly totalBytes: number } | undefined;
  readonly error: { readonly code: EngineErrorCode; readonly message: string } | undefined;
}

export const engineNames: Readonly<Record<EngineKind, string>> = { tfjs: 'tfjs', onnx: 'ONNX Runtime' };

export const errorTitles: Readonly<Record<EngineErrorCode, string>> = {
  'checkpoint-missing': 'This checkpoint is missing.',
  'wrong-hash': 'A file of this checkpoint has the wrong hash.',
  contract: 'This checkpoint does not follow the contract.',
  'no-webassembly': 'This browser runs no WebAssembly.',
  'no-memory': 'This browser gives this page no memory.',
  network: 'The download failed.',
  aborted: 'Loading was stopped.',
  internal: 'The engine failed.',
};

/** Of a model of any family. */
export function modelStatus({ what, isLive, engineKind, progress, error }: StatusInput): FigureStatusValue {
  if (error) {
    const meanwhile = `The picture shows ${what}${isLive ? '' : ', drawn beforehand'}.`;
    return { kind: 'error', title: errorTitles[error.code], meanwhile, details: error.message };
  }
  if (progress) return { kind: 'loading', ...progress };
  return isLive
    ? { kind: 'ready', text: `Live: ${what}, drawn by ${engineNames[engineKind]}.` }
    : { kind: 'preview', text: `Drawn beforehand: ${what}.` };
}

/** Of a checkpoint of the noise sweep. */
export const figureStatus = ({
  shown,
  ...input
}: Omit<StatusInput, 'what'> & { readonly shown: CheckpointChoice }): FigureStatusValue =>
  modelStatus({ ...input, what: `preset ${shown.preset}, σ ${shown.contentNoiseStd}` });
