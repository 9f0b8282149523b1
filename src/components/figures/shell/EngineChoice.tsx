/** Which engine draws, for all figures of the page. */
import { setEngineKind } from '../../../engine/setting.ts';
import { EngineToggle } from '../../controls/EngineToggle.tsx';
import { useEngineKind } from './hooks/use-engine-kind.ts';
import { engineNames } from './state/status.ts';

/** Gzip, runtime without checkpoints. */
const engines = [
  { kind: 'tfjs', text: engineNames.tfjs, downloadSize: '0.2 MB' },
  { kind: 'onnx', text: engineNames.onnx, downloadSize: '3.7 MB' },
] as const;

export const EngineChoice = ({ disabled }: { readonly disabled: boolean }) => (
  <EngineToggle engines={engines} engine={useEngineKind()} onChange={setEngineKind} disabled={disabled} />
);
