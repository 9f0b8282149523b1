/** What has to hold on every page, looked at in a page that is open already: several rules share one visit. */
import type { Page } from '@playwright/test';

export interface PageRule {
  /** A sentence about the page. */
  readonly name: string;
  /** The cover has another shape. */
  readonly isOfChapters?: true;
  /** What has to be watched from the beginning. */
  readonly beforeOpening?: (page: Page) => Promise<unknown>;
  /** Throws where the page breaks the rule. `path` is relative to the site's base. */
  readonly check: (page: Page, path: string) => Promise<void>;
}
