/** What the worker of the `tfjs` engine runs once its small beginning is there (tfjs.worker.ts). */
import { memory } from '@tensorflow/tfjs-core';
import { tellLoadedFiles } from '../offline/loaded-files.ts';
import { tfjsAdapter } from './adapters/tfjs.ts';
import { createSession } from './session.ts';
import { serve } from './server.ts';
import type { Port } from './protocol.ts';

export function serveTfjs(port: Port): void {
  serve(port, (modelsUrl) => createSession({ adapter: tfjsAdapter, modelsUrl }));
  tellLoadedFiles();
  // For scripts/monkey.ts, which looks for leaks.
  Object.assign(self, { numTensors: () => memory().numTensors });
}
