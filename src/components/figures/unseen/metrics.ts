/** What is measured on unseen images, by the way their codes were found; a search from the encoders' codes keeps their class. */
import type { MetricName } from '../../../contract/metric-names.ts';
import type { ways } from './state.ts';

type Way = (typeof ways)[number]['name'];

export const unseenMetrics = {
  encoded: {
    loss: 'reading.encoded.loss',
    class: 'reading.all.classAccuracy',
    swap: 'reading.encoded.swap',
  },
  refined: {
    loss: 'reading.refined.loss',
    class: 'reading.all.classAccuracy',
    swap: 'reading.refined.swap',
  },
  searched: {
    loss: 'heldOut.unknown.loss',
    class: 'heldOut.unknown.accuracy',
    swap: 'reading.searched.swap',
  },
} as const satisfies Readonly<Record<Way, Readonly<Record<'loss' | 'class' | 'swap', MetricName>>>>;
