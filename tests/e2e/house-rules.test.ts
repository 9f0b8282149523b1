/** The watch that every other test relies on (test.ts) does notice. */
import { expect, test, wideOnly } from '../support/e2e/test.ts';

const ways: readonly (readonly [name: string, breakIt: () => unknown, noticed: RegExp])[] = [
  ['an error in the console', () => console.error('one'), /console error: one/],
  ['a warning in the console', () => console.warn('two'), /console warning: two/],
  [
    'an error in a worker’s console',
    () => {
      new Worker('data:text/javascript,console.error("three")');
    },
    /console error: three/,
  ],
  [
    'an exception in a worker',
    () => {
      new Worker('data:text/javascript,throw new Error("four")');
    },
    /thrown: .*four/,
  ],
  ['an unhandled rejection', () => void Promise.reject(new Error('five')), /thrown: .*five/],
  [
    'a request to another host',
    () => fetch('http://127.0.0.1:9/').catch(() => undefined),
    /request to http:\/\/127\.0\.0\.1:9\//,
  ],
  ['a file that is missing', () => fetch('no-such-file.png'), /404 for .*no-such-file\.png/],
  ['a line that is cut', () => fetch('cut').catch(() => undefined), /ERR_FAILED for .*cut/],
];

test('the house rules notice whatever breaks them', wideOnly, async ({ page, houseRules }) => {
  await page.route('**/cut', (route) => route.abort());
  await page.goto('favicon.svg');
  for (const [name, breakIt, noticed] of ways) {
    await page.evaluate(breakIt);
    await expect.poll(() => houseRules.broken.join('\n'), name).toMatch(noticed);
  }
  houseRules.allow(/./);
});
