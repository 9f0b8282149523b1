/**
 * Writes one TensorBoard event file. Each record goes to the file at once and whole, so that a run that is killed leaves everything
 * that it had said. Not for hot loops: one call a step or an epoch.
 */
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import {
  encodeEvent,
  encodeHparamsData,
  hparamsStatus,
  sessionStatus,
  type Event,
  type Hparam,
  type HparamsData,
  type SummaryValue,
} from './event-schema.ts';
import { frameRecord } from './records.ts';

export interface EventWriter {
  /** The file that is written. */
  readonly path: string;
  scalar(tag: string, step: number, value: number): void;
  /** `png`: a whole gray PNG of this size, in pixels. */
  image(tag: string, step: number, png: Uint8Array, width: number, height: number): void;
  /** Once a run. TensorBoard's HParams tab compares runs by these, and lists their scalars as metrics by itself. */
  hparams(config: Readonly<Record<string, Hparam>>): void;
  /** Says that the run ended well, if it has hyperparameters to say it beside, and closes the file. */
  close(): void;
}

/** What TensorBoard takes for format 2, in which scalars and images have the form written here. */
const fileVersion = 'brain.Event:2';

/**
 * A new file in `folder`, which is made if it is not there. `now`: milliseconds since 1970; the only clock here, and in no other
 * file of a run. @throws the file system's error.
 */
export function createEventWriter(folder: string, { now }: { readonly now: () => number }): EventWriter {
  mkdirSync(folder, { recursive: true });
  const seconds = () => now() / 1000;
  const { path, file } = openNew(folder, Math.floor(seconds()));

  const write = (event: Omit<Event, 'wallTime'>): void => {
    const record = frameRecord(encodeEvent({ wallTime: seconds(), ...event }));
    for (let at = 0; at < record.length;) at += writeSync(file, record, at);
  };
  const say = (step: number, value: SummaryValue) => write({ step, summary: { value: [value] } });
  const sayHparams = (tag: string, data: HparamsData) =>
    say(0, {
      tag: `_hparams_/${tag}`,
      metadata: { pluginData: { pluginName: 'hparams', content: encodeHparamsData(data) } },
    });

  write({ step: 0, fileVersion });
  write({ step: 0, sessionLog: { status: sessionStatus.START } });
  let hasHparams = false;
  return {
    path,
    scalar(tag, step, value) {
      say(step, { tag, simpleValue: value });
    },
    image(tag, step, png, width, height) {
      say(step, { tag, image: { height, width, colorspace: 1, encodedImageString: png } });
    },
    hparams(config) {
      hasHparams = true;
      const hparams = Object.entries(config).map(([key, value]) => ({ key, value: hparamValue(value) }));
      sayHparams('session_start_info', { sessionStartInfo: { hparams, startTimeSecs: seconds() } });
    },
    close() {
      if (hasHparams) {
        sayHparams('session_end_info', {
          sessionEndInfo: { status: hparamsStatus.SUCCESS, endTimeSecs: seconds() },
        });
      }
      closeSync(file);
    },
  };
}

function hparamValue(value: Hparam) {
  if (typeof value === 'number') return { numberValue: value };
  return typeof value === 'string' ? { stringValue: value } : { boolValue: value };
}

/** TensorBoard reads every file whose name holds `tfevents`, in the order of the names; none is ever written over. */
function openNew(folder: string, seconds: number): { path: string; file: number } {
  for (let copy = 0; ; copy++) {
    const path = join(folder, `events.out.tfevents.${String(seconds).padStart(10, '0')}.glo.${copy}`);
    try {
      return { path, file: openSync(path, 'wx') };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
