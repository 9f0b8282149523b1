/** Trained layers as a function of rows, in passes of a size that bounds the memory. */
import { createWorkspace } from '../../numerics/simd/workspace.ts';
import { createChain } from './chain.ts';
import type { LayerSpec } from './layer.ts';
import { allocateParameters, type NamedParameters } from './parameters.ts';

/** Rows in one pass. */
const passSize = 100;

/** It takes its parameters from those given. @throws RangeError when a row is not whole. */
export function buildPass(
  specs: readonly LayerSpec[],
  parameters: NamedParameters,
): (rows: Float32Array) => Float32Array<ArrayBuffer> {
  const workspace = createWorkspace();
  const block = allocateParameters(workspace, specs);
  block.write(parameters);
  const { activations, lengths, forward } = createChain({
    workspace,
    specs,
    parametersOf: block.of,
    capacity: passSize,
  });
  const [first, last] = [activations[0], activations[specs.length]];
  const [inputLength, outputLength] = [lengths[0], lengths[specs.length]];
  return (rows) => {
    const count = rows.length / inputLength;
    if (!Number.isInteger(count)) {
      throw new RangeError(`Expected rows of ${inputLength} numbers each, got an array of ${rows.length}.`);
    }
    const made = new Float32Array(count * outputLength);
    for (let start = 0; start < count; start += passSize) {
      const end = Math.min(start + passSize, count);
      workspace.view(first).set(rows.subarray(start * inputLength, end * inputLength));
      forward(end - start);
      made.set(workspace.view(last).subarray(0, (end - start) * outputLength), start * outputLength);
    }
    return made;
  };
}
