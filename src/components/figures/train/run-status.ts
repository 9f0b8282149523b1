/** What the status line of the figure says of a run. Pure. */
import type { FigureStatusValue } from '../../controls/figure-status.ts';
import { boundText } from '../../layout/bound-text.ts';
import type { Frame } from '../../../engine/trainer-protocol.ts';
import { errorTitles } from '../shell/state/status.ts';
import { momentText } from './run-phase.ts';
import type { RunView } from './run-view.ts';
import { runNames } from './second-run.ts';
import { dataNames } from './data-names.ts';
import type { FirstFrame } from './state.ts';

export function runStatus(view: RunView, first: Pick<FirstFrame, 'text'>): FigureStatusValue {
  const { phase, progress, started, latest, divergedRun = 0, message = '', code = 'internal' } = view;
  const [frame] = latest as readonly (Frame | undefined)[];
  const moment = frame ? `The pictures are of ${momentText(frame)}.` : first.text;
  switch (phase) {
    case 'idle':
      return { kind: 'preview', text: first.text };
    case 'starting':
      return {
        kind: 'loading',
        what: 'Getting ready to train',
        ...(progress ?? { loadedBytes: 0, totalBytes: 1 }),
      };
    case 'failed':
      return { kind: 'error', title: errorTitles[code], meanwhile: moment, details: message };
    case 'diverged':
      return {
        kind: 'error',
        title: latest.length > 1 ? `${runNames[divergedRun]}: training diverged.` : 'Training diverged.',
        meanwhile: message,
        details: divergedAdvice,
      };
    case 'playing':
    case 'paused': {
      const doing = phase === 'playing' ? 'Training' : 'Paused';
      if (!started || !frame) return { kind: 'ready', text: `${doing}.` };
      const what = `${started.numImages} images of ${dataNames[started.settings[0].data]}`;
      const sigmas = new Set(latest.map(({ contentNoiseStd }) => `σ ${contentNoiseStd}`));
      const text = `${doing}: ${what}, ${[...sigmas].join(' and ')}. ${momentText(frame)}.`;
      return { kind: 'ready', text: boundText(text) };
    }
  }
}

const divergedAdvice =
  'The steps were too large: a loss or a weight is no number any more, and no later step can mend it. Go back to an epoch before, with half the learning rates, or start anew with smaller ones.';
