/** What a run's contents are drawn with when it is measured: a mistake in the statistics of codes is one in the Gaussian of all. */
import type { MistakeName } from '../../../src/contract/families/glo.ts';
import { contentSamplers, type ContentSamplers } from '../../evaluation/content-samplers.ts';
import { drawOverDimensions } from './later-mistakes.ts';

export const contentSamplersFor = (mistake: MistakeName | null): ContentSamplers =>
  mistake === 'statistics-axis'
    ? {
        ...contentSamplers,
        gaussian: (table, { classes, random }) =>
          drawOverDimensions(table, { count: classes.length, random }),
      }
    : contentSamplers;
