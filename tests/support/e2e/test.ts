/**
 * The `test` of all end-to-end tests. Beside what a test asks for, every page has to keep the house rules: no error or warning
 * in the console, nothing thrown, nothing that its Content-Security-Policy refuses, no request that fails or leaves this host. A test that provokes one names it with `allow`.
 */
import { test as base, expect } from '@playwright/test';
import { aborted, preloadedInVain } from '../../../scripts/other-browser.ts';

interface HouseRules {
  /** What went against the rules so far, one line each. */
  readonly broken: readonly string[];
  /** What this test provokes on purpose. */
  allow(pattern: RegExp): void;
}

export const test = base.extend<{ houseRules: HouseRules }>({
  houseRules: [
    async ({ context, baseURL, browserName }, use) => {
      const broken: string[] = [];
      const allowed: RegExp[] = [];
      const { host } = new URL(baseURL ?? '');
      context.on('console', (message) => {
        const type = message.type();
        // Playwright's word for what playwright.config.ts asks of it.
        if (message.text() === 'Service Worker registration blocked by Playwright') return;
        if (browserName !== 'chromium' && preloadedInVain.test(message.text())) return;
        if (type === 'error' || type === 'warning') {
          broken.push(`console ${type}: ${message.text()} (${message.location().url})`);
        }
      });
      // In the browser's own words too, but these are ours in every browser.
      await context.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
          console.error(`Content-Security-Policy: ${effectiveDirective} refuses ${blockedURI}`);
        });
      });
      context.on('weberror', (thrown) => broken.push(`thrown: ${String(thrown.error())}`));
      context.on('request', (request) => {
        const url = new URL(request.url());
        if (/^https?:$/.test(url.protocol) && url.host !== host) broken.push(`request to ${url.href}`);
      });
      context.on('response', (response) => {
        if (response.status() >= 400) broken.push(`${response.status()} for ${response.url()}`);
      });
      context.on('requestfailed', (request) => {
        const reason = request.failure()?.errorText ?? '';
        if (!aborted.test(reason)) broken.push(`${reason} for ${request.url()}`);
      });
      await use({ broken, allow: (pattern) => void allowed.push(pattern) });
      expect(broken.filter((line) => !allowed.some((pattern) => pattern.test(line)))).toEqual([]);
    },
    { auto: true },
  ],
});

/** Where a test runs, by tags that playwright.config.ts reads; without any, at both widths. */
export const wideOnly = { tag: '@wide' };
export const narrowOnly = { tag: '@narrow' };
export const wideAndUnderBase = { tag: ['@wide', '@base'] };
export const underBaseOnly = { tag: '@base-only' };

export { expect };
