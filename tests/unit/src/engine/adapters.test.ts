import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { onnxAdapter } from '../../../../src/engine/adapters/onnx.ts';
import { tfjsAdapter } from '../../../../src/engine/adapters/tfjs.ts';
import { wasmFiles } from './node-adapters.ts';

describe('the adapters', () => {
  it.each([
    ['tfjs', tfjsAdapter],
    ['onnx', onnxAdapter],
  ] as const)(
    'know the size of the %s binary, which the loading progress counts on',
    async (kind, adapter) => {
      expect((await adapter.binary()).bytes).toBe(statSync(wasmFiles[kind]).size);
    },
  );
});
