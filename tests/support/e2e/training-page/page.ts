/** Trains as a figure does, by the client and its worker; `trained` is what they told. */
import { createTrainer } from '../../../../src/engine/trainer-client.ts';
import { digitNames } from '../../../../src/engine/trainer-protocol.ts';
import { numSteps, settings, type ShortRun } from './run.ts';

const trained = new Promise<ShortRun>((resolve, reject) => {
  const losses: number[] = [];
  const trainer = createTrainer((message) => {
    if (message.type === 'failed') reject(new Error(message.message));
    if (message.type === 'started') for (let i = 0; i < numSteps; i++) trainer.send({ type: 'step' });
    if (message.type !== 'progress') return;
    losses.splice(message.firstStep - 1, Infinity, ...message.losses[0]);
    if (losses.length === numSteps) resolve({ losses, map: Array.from(message.frames[0].map) });
  });
  trainer.send({
    type: 'start',
    settings: [settings],
    mnist: undefined,
    ownImages: [],
    classNames: digitNames,
  });
});
Object.assign(globalThis, { trained });
