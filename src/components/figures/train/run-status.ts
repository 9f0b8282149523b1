/** What the status line of the figure says of a run. Pure. */
import type { FigureStatusValue } from '../../controls/figure-status.ts';
import { boundText } from '../../layout/bound-text.ts';
import { errorTitles } from '../shell/state/status.ts';
import type { RunView } from './run-view.ts';
import { dataNames, momentText, type FirstFrame } from './state.ts';

/** In the words of all figures: whether what is on screen is what was asked for. */
export const islandState = (phase: RunView['phase']): string =>
  phase === 'starting' ? 'loading' : phase === 'failed' || phase === 'diverged' ? 'error' : 'ready';

export function runStatus(view: RunView, first: Pick<FirstFrame, 'text'>): FigureStatusValue {
  const { phase, progress, started, latest, message = '', code = 'internal' } = view;
  const moment = latest ? `The pictures are of ${momentText(latest)}.` : first.text;
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
      return { kind: 'error', title: 'Training diverged.', meanwhile: message, details: divergedAdvice };
    case 'playing':
    case 'paused': {
      const what = started ? `${started.numImages} images of ${dataNames[started.settings.data]}` : '';
      const sigma = latest ? `, σ ${latest.contentNoiseStd}` : '';
      const text = `${phase === 'playing' ? 'Training' : 'Paused'}: ${what}${sigma}. ${latest ? momentText(latest) : ''}.`;
      return { kind: 'ready', text: boundText(text) };
    }
  }
}

const divergedAdvice =
  'The steps were too large: a loss or a weight is no number any more, and no later step can mend it. Go back to an epoch before, with half the learning rates, or start anew with smaller ones.';
