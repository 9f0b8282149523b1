/** What the status line of the figure says of a run. Pure. */
import type { FigureStatusValue } from '../../controls/figure-status.ts';
import { errorTitles } from '../shell/state/status.ts';
import { dataNames } from '../train/data-names.ts';
import { momentText } from '../train/run-phase.ts';
import type { VaeView } from './run-view.ts';
import { weightText, type FirstFrame } from './state.ts';

export function runStatus(view: VaeView, first: Pick<FirstFrame, 'text'>): FigureStatusValue {
  const { phase, started, latest, message = '', code = 'internal' } = view;
  switch (phase) {
    case 'idle':
      return { kind: 'preview', text: first.text };
    case 'starting':
      return { kind: 'preview', text: 'Getting ready to train.' };
    case 'failed': {
      const meanwhile = latest ? `The pictures are of ${momentText(latest)}.` : first.text;
      return { kind: 'error', title: errorTitles[code], meanwhile, details: message };
    }
    case 'diverged':
      return {
        kind: 'error',
        title: 'Training diverged.',
        meanwhile: message,
        details: 'The loss is no number any more, and no later step can mend it. Start anew.',
      };
    case 'playing':
    case 'paused': {
      const doing = phase === 'playing' ? 'Training' : 'Paused';
      if (!started || !latest) return { kind: 'ready', text: `${doing}.` };
      const what = `${started.numImages.toLocaleString('en')} images of ${dataNames[started.settings.data]}`;
      const weight = `weight\u00a0${weightText(latest.divergenceWeight)}`;
      return { kind: 'ready', text: `${doing}: ${what}, ${weight}. ${momentText(latest)}.` };
    }
  }
}
