import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  aborted,
  filesForAll,
  otherBrowser,
  otherBrowsers,
  preloadedInVain,
} from '../../../scripts/other-browser.ts';

describe('another browser than Chromium', () => {
  it('is asked for by its name, or not at all', () => {
    expect(['firefox', 'webkit', '', undefined].map(otherBrowser)).toEqual([
      'firefox',
      'webkit',
      undefined,
      undefined,
    ]);
  });

  it('is refused under a name of no such browser', () => {
    expect(() => otherBrowser('opera')).toThrow(
      'OTHER_BROWSER is opera: expected firefox or webkit, or nothing for Chromium.',
    );
  });

  it('runs files of tests that are there, and that do not speak to Chromium alone', () => {
    const files = readdirSync('tests/e2e').filter((file) => filesForAll.test(file));
    expect(files).toHaveLength(filesForAll.source.split('|').length);
    for (const file of files)
      expect(readFileSync(`tests/e2e/${file}`, 'utf8'), file).not.toContain('newCDPSession');
  });

  it('runs in the workflow, each of them', () => {
    expect(readFileSync('.github/workflows/browsers.yml', 'utf8')).toContain(
      `browser: [${otherBrowsers.join(', ')}]`,
    );
  });

  it('has its own words for a request that nobody waits for, which are no failure', () => {
    const words = [
      'net::ERR_ABORTED',
      'NS_BINDING_ABORTED',
      'Load request cancelled',
      'net::ERR_FAILED',
      'NS_ERROR_FAILURE',
    ];
    expect(words.filter((word) => aborted.test(word))).toEqual(words.slice(0, 3));
  });

  it('has its own words for a file that came early and in vain, and no other warning is one', () => {
    const warnings = [
      'The resource http://localhost/a.woff2 was preloaded using link preload but not used within a few seconds.',
      'The resource at “http://localhost/a.woff2” preloaded with link preload was not used within a few seconds.',
      'The resource http://localhost/a.woff2 was not found.',
    ];
    expect(warnings.map((warning) => preloadedInVain.test(warning))).toEqual([true, true, false]);
  });
});
