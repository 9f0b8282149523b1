import { expect, it } from 'vitest';
import { createTrainableChain } from '../../../../../src/networks/layers/chain.ts';
import type { TrainableSpec } from '../../../../../src/networks/layers/layer.ts';
import { allocateParameters } from '../../../../../src/networks/layers/parameters.ts';
import { createTangent } from '../../../../../src/networks/layers/tangent.ts';
import { createWorkspace } from '../../../../../src/numerics/simd/workspace.ts';

const size = { height: 1, width: 1, channels: 2 };

// What it gives is held to an exact step in tests/unit/training/methods/gan/golden-step.test.ts.
it.each<TrainableSpec>([
  { kind: 'batch-norm', name: 'norm', size, activation: 'leaky-relu' },
  { kind: 'dense', name: 'curved', inputs: 2, outputs: 2, activation: 'sigmoid' },
])('a network with the layer $name has no tangent network', (spec) => {
  const workspace = createWorkspace();
  const { of } = allocateParameters(workspace, [spec]);
  const input = { workspace, parametersOf: of, gradientsOf: of, capacity: 4 };
  const chain = createTrainableChain({ ...input, specs: [spec], passesGradientOn: true });
  expect(() => createTangent(input, chain)).toThrow(`${spec.name} is not piecewise linear in each image.`);
});
