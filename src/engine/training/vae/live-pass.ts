/**
 * Layers as a function of rows whose parameters can change: a run is looked at many times a second, and networks/layers/pass.ts would reserve a
 * memory for each look.
 */
import { createChain } from '../../../networks/layers/chain.ts';
import type { LayerSpec } from '../../../networks/layers/layer.ts';
import { allocateParameters, type NamedParameters } from '../../../networks/layers/parameters.ts';
import { createWorkspace } from '../../../numerics/simd/workspace.ts';

/** Rows in one pass. */
const passSize = 100;

export interface LivePass {
  /** It takes its own from those given. */
  readonly setParameters: (parameters: NamedParameters) => void;
  /** [n × input] → [n × output]. */
  readonly run: (rows: Float32Array) => Float32Array<ArrayBuffer>;
}

export function createLivePass(specs: readonly LayerSpec[]): LivePass {
  const workspace = createWorkspace();
  const block = allocateParameters(workspace, specs);
  const { activations, lengths, forward } = createChain({
    workspace,
    specs,
    parametersOf: block.of,
    capacity: passSize,
  });
  const [inputLength, outputLength] = [lengths[0], lengths[specs.length]];
  return {
    setParameters: block.write,
    run(rows) {
      const count = rows.length / inputLength;
      const made = new Float32Array(count * outputLength);
      for (let start = 0; start < count; start += passSize) {
        const end = Math.min(start + passSize, count);
        workspace.view(activations[0]).set(rows.subarray(start * inputLength, end * inputLength));
        forward(end - start);
        const output = workspace.view(activations[specs.length]);
        made.set(output.subarray(0, (end - start) * outputLength), start * outputLength);
      }
      return made;
    },
  };
}
