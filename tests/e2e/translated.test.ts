/** A page that the browser translates: every text node is another one, in an element of the translator's. What changes must go on changing. */
import type { Page } from '@playwright/test';
import {
  allFigures,
  chooseSigma,
  chosenSigma,
  firstSwap,
  interpolation,
  openLive,
  slowMotion,
  transferGrid,
} from '../support/e2e/figures.ts';
import { sitePages } from '../support/e2e/pages.ts';
import { expect, test, wideOnly } from '../support/e2e/test.ts';

/** As translators do: each text becomes a new one, inside `<font>`. Says how many. */
const translate = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, ({ parentElement }) =>
      parentElement?.closest('script, style, svg, noscript, select')
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
    );
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    const filled = texts.filter((text) => text.data.trim() !== '');
    for (const text of filled) {
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- what translators really insert
      const font = document.createElement('font');
      font.textContent = text.data;
      text.replaceWith(font);
    }
    return filled.length;
  });

for (const place of allFigures) {
  test(`${place.title}: says after a translation what it shows`, wideOnly, async ({ page }) => {
    const figure = await openLive(page, place);
    await expect(figure.locator('.figure-status')).toContainText(`σ ${await chosenSigma(figure)},`);
    expect(await translate(page)).toBeGreaterThan(50);
    for (const sigma of [5, 0]) {
      await chooseSigma(figure, sigma);
      await expect(figure.locator('.figure-status')).toContainText(`σ ${sigma},`);
      const remark = figure.locator('.judge-remark strong');
      if ((await remark.count()) > 0) await expect(remark).toHaveText(/^\d+ of \d+$/);
    }
  });
}

test('in a translated transfer grid, corner, captions and readings follow', wideOnly, async ({ page }) => {
  const figure = await openLive(page, transferGrid);
  await expect(figure.locator('.close-up .reading-line')).toHaveText(/looks like/);
  await translate(page);
  await chooseSigma(figure, 5);
  await expect(figure.locator('.axis-corner')).toHaveText(/σ\s= 5/);
  await figure.getByRole('gridcell', { name: /\(a 4\) with class 8\b/ }).click();
  await expect(figure.locator('.close-up')).toContainText('as an 8');
  await expect(figure.locator('.close-up .reading-line')).toHaveText(/looks like an? \d/);
});

test('a translated interpolation and first swap go on', wideOnly, async ({ page }) => {
  const walk = await openLive(page, interpolation);
  await translate(page);
  await walk.getByRole('button', { name: 'Play' }).click();
  await expect(walk.getByRole('button', { name: 'Pause' })).toBeVisible();
  await walk.getByRole('button', { name: 'Pause' }).click();
  await expect(walk.getByRole('button', { name: 'Play' })).toBeVisible();
  const slider = walk.getByRole('slider', { name: 'Content' });
  await slider.press('End');
  await expect(walk.locator('.slider').filter({ hasText: 'Content' }).locator('output')).toHaveText('100 %');

  const swap = await openLive(page, firstSwap);
  await translate(page);
  await swap.getByRole('radio', { name: '8', exact: true }).check();
  await expect(swap.locator('.class-label')).toHaveText('8');
});

test('a translated slow motion says which phase it is in, of which step', wideOnly, async ({ page }) => {
  const figure = await openLive(page, slowMotion, 'step:4,phase:compare');
  await translate(page);
  await figure.getByRole('button', { name: 'Next' }).click();
  await expect(figure.locator('.phase-title')).toHaveText('6. Follow the loss back');
  await expect(figure.locator('.running-pytorch')).toHaveText(/^optimizer\.zero_grad/);
  await figure.getByRole('button', { name: 'Next' }).click();
  await expect(figure.locator('.slow-words')).toContainText('Adam moves the weights');
  await figure.getByRole('button', { name: 'Next' }).click();
  await expect(figure.locator('.slider output')).toHaveText('5 of 80, epoch 2');
  await expect(figure.locator('.batch-letter').first()).toHaveText('a');
});

for (const { title, path } of sitePages) {
  test(
    `${title}: every control works on after a translation, and nothing throws`,
    wideOnly,
    async ({ page }) => {
      await page.goto(path);
      // Islands in view are awake, those further down wake after the translation.
      await page.waitForFunction(() =>
        Array.from(document.querySelectorAll('[data-figure]'))
          .filter((figure) => figure.getBoundingClientRect().top < window.innerHeight)
          .every((figure) => figure.querySelector('.copy-link button:enabled')),
      );
      await translate(page);
      for (const island of await page.locator('astro-island').all()) {
        // The island itself has no box.
        await island
          .locator('[data-figure]')
          .evaluate((figure) => figure.scrollIntoView({ block: 'center' }));
        await expect(island.getByRole('button', { name: 'Copy link' })).toBeEnabled();
        for (const folded of await island.locator('.more-controls summary').all()) await folded.click();
        for (const group of await island.locator('fieldset.segmented').all()) {
          // What one choice turns off, another turned on: asked again before each.
          const offered = group.locator('input:enabled');
          for (const end of [offered.last(), offered.first()])
            if ((await offered.count()) > 0) await end.check({ timeout: 20_000 });
        }
        for (const slider of await island.getByRole('slider').all()) {
          if (await slider.isEnabled()) await slider.press('End');
        }
      }
      // The house rules of every test say the rest: no error in the page.
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    },
  );
}
