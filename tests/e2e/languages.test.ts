/** Controls in another language: the page of a figure speaks it, and its file has a word for every control of the book. */
import { globSync, readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { german } from '../../src/components/figures/languages/de.ts';
import { createTranslate } from '../../src/components/figures/languages/words.ts';
import { expect, test, wideOnly } from '../support/e2e/test.ts';

test(
  'a figure in German is used in German, and goes back to English as it is set',
  wideOnly,
  async ({ page }) => {
    await page.goto('figures/transfer-grid/#fig-transfer=sigma:0.5');
    await page.getByRole('link', { name: 'Deutsch' }).click();
    await expect(page).toHaveURL(/\?lang=de#fig-transfer=.*sigma:0\.5/);
    const figure = page.locator('[data-figure="transfer"]');
    const status = figure.locator('.figure-status');
    await expect(status).toContainText('Live: Voreinstellung lord, σ 0.5, gezeichnet von tfjs.');
    await figure
      .getByRole('group', { name: 'Voreinstellung' })
      .getByRole('radio', { name: 'styled' })
      .check();
    await expect(status).toContainText('Live: Voreinstellung styled, σ 0.5, gezeichnet von tfjs.');
    await expect(figure.locator('.judge-remark strong')).toHaveText(/^\d+ von 100$/);
    await expect(
      figure.getByRole('gridcell', {
        name: /^Inhalt von Bild 3 \(eine 1\) mit Klasse 0: sieht aus wie eine \d/,
      }),
    ).toHaveCount(1);
    await page.getByRole('radio', { name: 'nur Rauschen' }).check();
    await expect(page.locator('get-this pre').first()).toContainText(
      '?lang=de&controls=noise#fig-transfer=recipe:styled',
    );

    await page.getByRole('link', { name: 'English' }).click();
    await expect(status).toContainText('Live: preset styled, σ 0.5, drawn by tfjs.');
  },
);

test('German has a word for every control', wideOnly, () => {
  const translate = createTranslate(german);
  const without = new Set<string>();
  for (const path of globSync('dist/*/index.html')) {
    const { document } = parseHTML(readFileSync(path, 'utf8'));
    for (const control of document.querySelectorAll(
      '.island :is(button, legend, label, option, summary, [role="slider"]), .island input',
    )) {
      if (control.closest('code, table')) continue;
      const texts = [...control.childNodes]
        .filter(({ nodeType }) => nodeType === 3)
        .map(({ textContent }) => textContent);
      for (const text of [
        ...texts,
        control.getAttribute('aria-label'),
        control.getAttribute('aria-valuetext'),
      ])
        if (text && translate(text) === undefined) without.add(`${path}: ${text}`);
    }
  }
  expect([...without]).toEqual([]);
});
