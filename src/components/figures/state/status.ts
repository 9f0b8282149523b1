/** What a figure's status line says, from what its picture is doing. */
import type { EngineErrorCode, EngineKind } from '../../../engine/api.ts';
import type { FigureStatusValue } from '../../controls/figure-status.ts';
import type { CheckpointChoice } from './checkpoints.ts';

interface StatusInput {
  /** The checkpoint of the picture on screen; undefined while that is the preview. */
  readonly shown: CheckpointChoice | undefined;
  readonly engineKind: EngineKind;
  readonly progress: { readonly loadedBytes: number; readonly totalBytes: number } | undefined;
  readonly error: { readonly code: EngineErrorCode; readonly message: string } | undefined;
}

export const engineNames: Readonly<Record<EngineKind, string>> = { tfjs: 'tfjs', onnx: 'ONNX Runtime' };

const titles: Readonly<Record<EngineErrorCode, string>> = {
  'checkpoint-missing': 'This checkpoint is missing.',
  'wrong-hash': 'A file of this checkpoint has the wrong hash.',
  contract: 'This checkpoint does not follow the contract.',
  'no-webassembly': 'This browser runs no WebAssembly.',
  network: 'The network failed.',
  aborted: 'Loading was stopped.',
  internal: 'The engine failed.',
};

export function figureStatus({ shown, engineKind, progress, error }: StatusInput): FigureStatusValue {
  if (error) {
    const meanwhile = shown
      ? `The picture still shows ${checkpointText(shown)}.`
      : 'The picture was made at training time.';
    return { kind: 'error', title: `${titles[error.code]} ${meanwhile}`, details: error.message };
  }
  if (progress) return { kind: 'loading', ...progress };
  if (!shown) return { kind: 'preview' };
  return { kind: 'ready', text: `Live: ${checkpointText(shown)}, drawn by ${engineNames[engineKind]}.` };
}

const checkpointText = ({ recipe, contentNoiseStd }: CheckpointChoice): string =>
  `recipe ${recipe}, σ ${contentNoiseStd}`;
