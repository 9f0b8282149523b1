/** Accessibility, as far as axe sees it. */
import { expectNoViolations } from '../axe.ts';
import type { PageRule } from './page-rule.ts';

export const axeHasNoObjection: PageRule = { name: 'axe has no objection', check: expectNoViolations };
