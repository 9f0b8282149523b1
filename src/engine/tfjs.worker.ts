/**
 * Worker program of the `tfjs` engine, or its beginning: small, so that the runtime's binary and the first manifest are asked for at once and
 * travel beside the program that will need them. Messages wait until that is there.
 */
import { checkpointFiles } from '../contract/ids.ts';
import { tfjsBinary } from './adapters/tfjs-binary.ts';
import { ownNameOf, parseCheckpointKey } from './checkpoint-key.ts';
import { askEarly } from './download.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

const early: MessageEvent<ToWorker>[] = [];
let modelsUrl = '';

self.onmessage = (event: MessageEvent<ToWorker>) => {
  early.push(event);
  const { data } = event;
  if (data.type === 'start') modelsUrl = data.modelsUrl;
  else if (early.length === 2 && data.type === 'load' && ownNameOf(data.id) === undefined)
    askEarly(`${modelsUrl}${parseCheckpointKey(data.id).id}/${checkpointFiles.manifest}`, 'no-cache');
};
askEarly(tfjsBinary().url);

import('./tfjs-worker-program.ts').then(
  ({ serveTfjs }) => {
    serveTfjs(self);
    for (const event of early) self.onmessage?.(event);
  },
  () => self.postMessage({ type: 'not-loaded' } satisfies FromWorker),
);
