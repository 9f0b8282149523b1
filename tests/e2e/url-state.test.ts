/** A figure's whole state is in the address: it survives a reload, travels in a link, and never breaks the way back. */
import type { Locator } from '@playwright/test';
import { unfold } from '../support/e2e/chapter-shape.ts';
import {
  chapterFigures,
  choosePreset,
  chooseSigma,
  chosenSigma,
  expectLive,
  figureOn,
  interpolation,
  openLive,
  reconstructions,
  samples,
  sigmaOf,
  transferGrid,
} from '../support/e2e/figures.ts';
import { largestDifference, readPicture } from '../support/e2e/ink.ts';
import { expect, test, wideOnly } from '../support/e2e/test.ts';

/** What a reader may do to each figure beside preset and σ, so that its picture changes. */
const changes: Readonly<Record<string, (figure: Locator) => Promise<void>>> = {
  async reconstructions(figure) {
    await figure.getByRole('combobox', { name: 'Images' }).selectOption('only 7');
    await figure.getByRole('button', { name: 'Other images' }).click();
  },
  async transfer(figure) {
    await figure.getByRole('gridcell', { name: /a 4\) with class 8/ }).click();
    await figure.getByRole('button', { name: 'Next 4' }).click();
  },
  async samples(figure) {
    await figure.getByRole('radio', { name: 'N(0, I)' }).check();
    await figure.getByRole('radio', { name: 'random' }).check();
    await figure.getByRole('slider', { name: 'Temperature' }).fill('0.6');
    await figure.getByRole('button', { name: 'Draw again' }).click();
  },
  async interpolation(figure) {
    await figure.getByText('Other ends, other paths').click();
    await figure.getByRole('button', { name: 'Next' }).first().click();
    await figure.getByRole('combobox', { name: 'Class to' }).selectOption('4');
    await figure.getByRole('slider', { name: 'Content' }).fill('0.25');
  },
};

for (const place of chapterFigures) {
  test(
    `${place.title}: a copied link shows what was changed, and is in the address too`,
    wideOnly,
    async ({ page, context, browserName }) => {
      test.skip(browserName !== 'chromium', 'Only Chromium lets a test read the clipboard.');
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      const figure = await openLive(page, place);
      const first = await readPicture(figure);
      await chooseSigma(figure, 0.5);
      await changes[place.name](figure);
      await expectLive(figure);
      const changed = await readPicture(figure);
      expect(largestDifference(changed.alpha, first.alpha)).toBeGreaterThan(64);

      await figure.getByRole('button', { name: 'Copy link' }).click();
      await expect(figure.getByText('Link copied')).toBeVisible();
      const link = await page.evaluate(() => navigator.clipboard.readText());
      await expect(page).toHaveURL(link);

      const fresh = await context.newPage();
      await fresh.goto(link);
      const linked = figureOn(fresh, place);
      await expect(linked).toBeInViewport();
      await expectLive(linked);
      expect(largestDifference((await readPicture(linked)).alpha, changed.alpha)).toBe(0);
    },
  );
}

test('a reload while a model loads ends with that model', wideOnly, async ({ page }) => {
  const figure = await openLive(page, transferGrid);
  await page.route('**/glo-mnist-lord-sigma5/weights.safetensors*', () => undefined); // never answers
  await sigmaOf(figure, 5).check();
  await expect(page).toHaveURL(/sigma:5/);
  await expect(figure).toHaveAttribute('data-state', 'loading');
  await page.unrouteAll();
  await page.reload();
  await expectLive(figure);
  await expect(figure.getByText('Live: preset lord, σ 5,')).toBeVisible();
});

test('what a link does not say, or says wrongly, falls back to the defaults', wideOnly, async ({ page }) => {
  const figure = await openLive(page, samples);
  await chooseSigma(figure, 1);
  const usual = await readPicture(figure);
  await page.goto('about:blank');
  await openLive(page, samples, 'recipe:unheard,prior,temperature:-1,seed:1e9,codes:%E0%A4%A,:::,x,sigma:1');
  await expect(sigmaOf(figure, 1)).toBeChecked();
  expect(largestDifference((await readPicture(figure)).alpha, usual.alpha)).toBe(0);
});

/** Preset and σ that a link in the text asks for. */
async function wishOf(link: Locator): Promise<{ preset: string; sigma: number }> {
  const href = (await link.getAttribute('href')) ?? '';
  const [, preset, sigma] = /recipe:([a-z]+),sigma:([\d.]+)/.exec(href) ?? [];
  return { preset, sigma: Number(sigma) };
}

async function wishOnScreen(figure: Locator): Promise<{ preset: string; sigma: number }> {
  const isLord = await figure.getByRole('radio', { name: 'lord', exact: true }).isChecked();
  return { preset: isLord ? 'lord' : 'exercise', sigma: await chosenSigma(figure) };
}

async function expectWish(figure: Locator, { preset, sigma }: { preset: string; sigma: number }) {
  await expect(figure.getByRole('radio', { name: preset, exact: true })).toBeChecked();
  await expect(sigmaOf(figure, sigma)).toBeChecked();
  await expectLive(figure);
}

for (const place of chapterFigures) {
  test(`${place.title}: every link in the text sets the figure and shows it`, wideOnly, async ({ page }) => {
    const figure = await openLive(page, place);
    // That of a guess is there when the reader has guessed.
    const links = page.locator(`a[href^="#fig-${place.name}="][href*="sigma:"]:not(guess-first a)`);
    await unfold(page);
    expect(await links.count()).toBeGreaterThan(2);
    for (const link of await links.all()) {
      await link.click();
      await expect(figure).toBeInViewport();
      await expectWish(figure, await wishOf(link));
    }
  });
}

test('a figure that grows when a link sets it is in view when it has settled', wideOnly, async ({ page }) => {
  const figure = await openLive(page, reconstructions);
  const small = (await figure.boundingBox())?.height ?? 0;
  // As low in the window as a link leaves it: its lower edge at the window's.
  await figure.evaluate((element) => element.scrollIntoView({ block: 'end', behavior: 'instant' }));
  await page.evaluate(() => (window.location.hash = '#fig-reconstructions=recipe:lord,from:7,all:yes'));
  await expect(figure.getByRole('checkbox', { name: /^Compare all/ })).toBeChecked();
  await expectLive(figure);
  await expect.poll(async () => (await figure.boundingBox())?.height).toBeGreaterThan(small + 50);
  await expect(figure).toBeInViewport({ ratio: 1 });

  // Whoever has scrolled on is left alone.
  await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
  const top = await page.evaluate(() => scrollY);
  await figure.evaluate((element: HTMLElement) => (element.style.minHeight = '1200px'));
  await page.evaluate(() => new Promise(requestAnimationFrame));
  await expect(figure).not.toBeInViewport();
  expect(await page.evaluate(() => scrollY)).toBeGreaterThanOrEqual(top);
});

test('the way back undoes the last choice, whether a link or a control made it', async ({ page }) => {
  const figure = await openLive(page, reconstructions);
  const first = await wishOnScreen(figure);
  const historyLength = () => page.evaluate(() => history.length);
  const atFirst = await historyLength();
  await chooseSigma(figure, 0.5);
  await choosePreset(figure, 'exercise');
  const link = page.locator('a[href*="recipe:lord,sigma:5"]').first();
  await link.click();
  await expectWish(figure, { preset: 'lord', sigma: 5 });
  await sigmaOf(figure, 5).press('ArrowLeft');
  await expectWish(figure, { preset: 'lord', sigma: 2 });
  expect(await historyLength()).toBe(atFirst + 4);

  const choices = [
    first,
    { preset: first.preset, sigma: 0.5 },
    { preset: 'exercise', sigma: 0.5 },
    { preset: 'lord', sigma: 5 },
  ];
  for (const choice of choices.toReversed()) {
    await page.goBack();
    await expectWish(figure, choice);
  }
  await page.goForward();
  await expectWish(figure, choices[1]);
  expect(await historyLength()).toBe(atFirst + 4);
});

test('the way back from a link in the text returns to the link', async ({ page }) => {
  const figure = await openLive(page, reconstructions);
  await chooseSigma(figure, 0.5);
  const link = page.locator('a[href*="recipe:lord,sigma:5"]:not(details a)').last();
  await link.scrollIntoViewIfNeeded();
  const scrolledTo = () => page.evaluate(() => window.scrollY);
  const atLink = await scrolledTo();
  await link.click();
  await expectWish(figure, { preset: 'lord', sigma: 5 });
  await expect(figure).toBeInViewport();
  await page.goBack();
  await expect.poll(scrolledTo).toBe(atLink);
  await expect(link).toBeInViewport();
});

test('a drag, keys in a row and a film that plays are one choice each', wideOnly, async ({ page }) => {
  const figure = await openLive(page, interpolation);
  const slider = figure.getByRole('slider', { name: 'Content' });
  const position = () => slider.getAttribute('aria-valuetext');
  const first = await position();
  const atFirst = await page.evaluate(() => history.length);

  await slider.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await slider.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(x + width * 0.2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.8, y + height / 2, { steps: 12 });
  await page.mouse.up();
  const dragged = await position();
  expect(dragged).not.toBe(first);

  const other = figure.getByRole('slider', { name: 'Class' });
  await other.focus();
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight');
  const keyed = await other.getAttribute('aria-valuetext');

  await figure.getByRole('button', { name: 'Play' }).click();
  await expect.poll(position).not.toBe(dragged);
  await figure.getByRole('button', { name: 'Pause' }).click();
  expect(await page.evaluate(() => history.length)).toBe(atFirst + 3);

  await page.goBack();
  await expect(slider).toHaveAttribute('aria-valuetext', dragged ?? '');
  await expect(other).toHaveAttribute('aria-valuetext', keyed ?? '');
  await page.goBack();
  await expect(other).not.toHaveAttribute('aria-valuetext', keyed ?? '');
  await page.goBack();
  await expect(slider).toHaveAttribute('aria-valuetext', first ?? '');
});

test('a link for one figure leaves the other figure of the page alone', wideOnly, async ({ page }) => {
  const first = await openLive(page, samples);
  await chooseSigma(first, 2);
  await expect(page).toHaveURL(/fig-samples=/);
  const link = page.locator('a[href^="#fig-interpolation="]').first();
  await link.click();
  await expectWish(figureOn(page, interpolation), await wishOf(link));
  await expect(sigmaOf(first, 2)).toBeChecked();
  await expect(page).toHaveURL(/fig-samples=.*fig-interpolation=/);
});
