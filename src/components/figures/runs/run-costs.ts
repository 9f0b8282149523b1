/**
 * What many runs cost: hours of machines, reckoned from the processor time of one run of each kind, which machines/times.json holds
 * (`npm run times` measures it). One core makes one run after the other, and no run is divided.
 */
import { readFileSync } from 'node:fs';
import type { AnySetting } from '../../build/metrics.ts';

/** The run of each kind that was timed. */
export const timedRuns = [
  { id: 'glo-mnist-lord-sigma0.3', text: 'GLO' },
  { id: 'glo-mnist-styled-sigma0.3', text: 'GLO, with an auxiliary classifier' },
  { id: 'amortized-mnist-lord-sigma0.3-frozen', text: 'encoders for a run of GLO' },
  { id: 'autoencoder-mnist-relu-k10', text: 'autoencoder' },
  { id: 'vae-mnist-conv-variance0.001', text: 'VAE' },
  { id: 'gan-mnist-sn', text: 'GAN' },
] as const;
type TimedId = (typeof timedRuns)[number]['id'];

export interface RunTimes {
  readonly machine: string;
  readonly seconds: Readonly<Partial<Record<TimedId, number>>>;
}

export const timesFile = 'machines/times.json';

export const readTimes = (): RunTimes => JSON.parse(readFileSync(timesFile, 'utf8')) as RunTimes;

/** Seconds that one core is busy with a run: its training, and all that is measured on it. @throws Error when it was not timed. */
export function secondsOf(id: TimedId, { seconds } = readTimes()): number {
  const found = seconds[id];
  if (found !== undefined) return found;
  throw new Error(`${timesFile} has no time of ${id}. Measure all with npm run times.`);
}

/** The timed run that stands for others of its kind. */
export function kindOf(setting: AnySetting): TimedId {
  switch (setting.family) {
    case 'glo':
      return setting.training.guidance ? 'glo-mnist-styled-sigma0.3' : 'glo-mnist-lord-sigma0.3';
    case 'amortized':
      return 'amortized-mnist-lord-sigma0.3-frozen';
    case 'autoencoder':
      return 'autoencoder-mnist-relu-k10';
    case 'vae':
      return 'vae-mnist-conv-variance0.001';
    case 'gan':
      return 'gan-mnist-sn';
  }
}

/** Machines with two cores each, as many as there are shards. */
export const fleets = [1, 8, 64] as const;
const coresEach = 2;

/** Until the last of equal runs is done. */
export const hoursOfEqual = (numRuns: number, seconds: number, numMachines: number): number =>
  (Math.ceil(numRuns / (coresEach * numMachines)) * seconds) / 3600;

/** Of every seed of some settings, if no core has to wait: the least that it can take. */
export function hoursOfAll(settings: readonly AnySetting[], numMachines: number): number {
  const times = readTimes();
  const runs = settings.flatMap((setting) => setting.seeds.map(() => secondsOf(kindOf(setting), times)));
  const sum = runs.reduce((total, seconds) => total + seconds, 0);
  return Math.max(sum / (coresEach * numMachines), ...runs) / 3600;
}

/** Two digits are enough for what is reckoned. */
export function durationText(hours: number): string {
  if (hours < 1) return `${Math.max(1, Math.round(60 * hours))} min`;
  return `${hours < 10 ? hours.toFixed(1) : Math.round(hours)} h`;
}
