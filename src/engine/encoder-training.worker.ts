/** Worker program that trains an encoder with its decoder in the page: the trainer's own method of the VAE, whose kernels are its own, so no runtime loads. */
import type { FromEncoderTrainer, ToEncoderTrainer } from './encoder-trainer-protocol.ts';
import { loadLearnedImages } from './training/learned-images.ts';
import { numLearned } from './training/vae/experiment.ts';
import { createVaeSession } from './training/vae/session.ts';
import { workerClock } from './training/worker-clock.ts';

const { signal } = new AbortController(); // whoever gives up ends the worker

const receive = createVaeSession({
  post: (message: FromEncoderTrainer, transfer: Transferable[] = []) =>
    self.postMessage(message, { transfer }),
  prepare: ({ settings: { data }, mnist }) =>
    loadLearnedImages({ settings: { data, numImages: numLearned }, mnist, ownImages: [], signal }),
  ...workerClock,
});

self.onmessage = ({ data }: MessageEvent<ToEncoderTrainer>) => void receive(data);
