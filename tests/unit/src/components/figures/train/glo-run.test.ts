import { describe, expect, it } from 'vitest';
import { createGloRun } from '../../../../../../src/components/figures/train/glo-run.ts';
import {
  digitNames,
  type FromTrainer,
  type ToTrainer,
} from '../../../../../../src/engine/trainer-protocol.ts';
import { shortSettings } from '../../../engine/training/short-settings.ts';

/** A store whose worker is a list of what was said to it. */
function openStore() {
  const heard: ToTrainer[] = [];
  let tell: (message: FromTrainer) => void = () => undefined;
  const store = createGloRun((onMessage) => {
    tell = onMessage;
    return { send: (message) => heard.push(message), dispose: () => undefined };
  });
  const start: Extract<ToTrainer, { type: 'start' }> = {
    type: 'start',
    settings: [shortSettings],
    mnist: undefined,
    ownImages: [],
    classNames: digitNames,
  };
  const started: FromTrainer = {
    type: 'started',
    settings: [shortSettings],
    numImages: 80,
    classNames: digitNames,
    transferClasses: [],
    digits: [],
    originals: new Float32Array(),
    mapped: new Uint8Array(),
  };
  return { store, heard, say: (message: FromTrainer) => tell(message), start, started };
}

const types = (messages: readonly ToTrainer[]) => messages.map(({ type }) => type);

describe('the run of a figure', () => {
  it('plays once the worker has started it', () => {
    const { store, heard, say, start, started } = openStore();
    store.begin(start, store.play);
    expect(types(heard)).toEqual(['start']);
    say(started);
    expect(types(heard)).toEqual(['start', 'play']);
    expect(store.get().phase).toBe('playing');
  });

  it('waits in a hidden tab, and goes on when it is seen again', () => {
    const { store, heard, say, start, started } = openStore();
    store.begin(start, store.play);
    say(started);
    store.setHidden(true);
    say({ type: 'stopped', why: { kind: 'paused' } });
    expect(store.get().phase).toBe('paused');
    store.setHidden(false);
    expect(types(heard)).toEqual(['start', 'play', 'pause', 'play']);
  });

  it('stays paused when it was paused before the tab was hidden', () => {
    const { store, heard, say, start, started } = openStore();
    store.begin(start, () => undefined);
    say(started);
    store.setHidden(true);
    store.setHidden(false);
    expect(types(heard)).toEqual(['start']);
  });

  it('hands an export to whoever asked, and its failure too', async () => {
    const { store, say, start, started } = openStore();
    store.begin(start, () => undefined);
    say(started);
    const refused = store.exportRun({ run: 0, as: 'zip', codeVersion: '0' });
    say({ type: 'failed', code: 'internal', message: 'Train on.' });
    await expect(refused).rejects.toThrow('Train on.');
    expect(store.get().phase).toBe('paused');
    const made = store.exportRun({ run: 0, as: 'zip', codeVersion: '0' });
    say({ type: 'exported', name: 'glo-strokes-own', zip: new Uint8Array(3), changes: [] });
    expect((await made).name).toBe('glo-strokes-own');
  });
});
