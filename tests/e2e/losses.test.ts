/** The figures of the chapter on losses and epochs: scrubbed, played, linked to, spoilt, and without a script. */
import type { Locator, Page } from '@playwright/test';
import { figureOn, openFigure, openLive, type FigurePlace } from '../support/e2e/figures.ts';
import { largestDifference, readInk } from '../support/e2e/ink.ts';
import { expectPanesLive, pane } from '../support/e2e/panes.ts';
import { placeOf } from '../support/e2e/steadiness.ts';
import { smallTargets } from '../support/e2e/targets.ts';
import { expect, test, wideOnly } from '../support/e2e/test.ts';

const place = (name: string, title: string): FigurePlace => ({ name, title, path: 'losses/' });
const epochs = place('epochs', 'the epoch scrubber');
const losses = place('losses', 'the losses side by side');
const pixel = place('pixel', 'the pixel');
const learning = place('learning', 'two presets learning');

const slider = (figure: Locator): Locator => figure.getByRole('slider', { name: 'Epoch' });
const expectEpoch = (figure: Locator, epoch: number): Promise<void> =>
  expect(slider(figure)).toHaveAttribute('aria-valuetext', `${epoch} of 50`);

/** Which part of which picture the reconstructions are. */
const frameOf = (figure: Locator): Promise<string> =>
  figure
    .getByRole('img', { name: /^Reconstructions/ })
    .evaluate((cell) => `${cell.style.backgroundImage} ${cell.style.backgroundPosition}`);

const epochNow = async (figure: Locator): Promise<number> => Number(await slider(figure).inputValue());

test('the keyboard scrubs: pictures, loss and marker follow', async ({ page }) => {
  const figure = await openLive(page, epochs);
  await expectEpoch(figure, 50);
  const last = await frameOf(figure);
  await slider(figure).focus();
  await page.keyboard.press('Home');
  await expectEpoch(figure, 1);
  expect(await frameOf(figure)).not.toBe(last);
  const loss = figure.getByText(/^In epoch 1, with noise: L1 0\.\d{4}, L2 0\.\d{4}\.$/);
  await expect(loss).toBeVisible();
  await expect(figure.getByRole('img', { name: /^L1 \+ L2 in training.* in epoch 1;/ })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expectEpoch(figure, 2);
  await page.keyboard.press('End');
  await expectEpoch(figure, 50);
  expect(await frameOf(figure)).toBe(last);
  expect(await smallTargets(figure)).toEqual([]);
});

test('a press on the curve goes to its epoch', wideOnly, async ({ page }) => {
  const figure = await openLive(page, epochs);
  const curve = figure.getByRole('img', { name: /in training/ });
  const { width, height } = (await curve.boundingBox()) ?? { width: 0, height: 0 };
  await curve.click({ position: { x: width * 0.12, y: height / 2 } });
  await expectEpoch(figure, 1);
});

test(
  'nothing plays by itself; Play starts over from the end, Pause stops, off screen it waits',
  wideOnly,
  async ({ page }) => {
    const figure = await openLive(page, epochs);
    await page.waitForTimeout(500);
    await expectEpoch(figure, 50);
    await figure.getByRole('button', { name: 'Play' }).click();
    await expect.poll(() => epochNow(figure)).toBeLessThan(10);
    await expect.poll(() => epochNow(figure)).toBeGreaterThan(3);
    await page.evaluate(() => scrollTo({ top: 0 }));
    await expect(figure).not.toBeInViewport();
    await page.waitForTimeout(200);
    const waiting = await epochNow(figure);
    await page.waitForTimeout(600);
    expect(await epochNow(figure)).toBe(waiting);
    await figure.scrollIntoViewIfNeeded();
    await expect.poll(() => epochNow(figure)).toBeGreaterThan(waiting);
    await figure.getByRole('button', { name: 'Pause' }).click();
    const stopped = await epochNow(figure);
    await page.waitForTimeout(400);
    expect(await epochNow(figure)).toBe(stopped);
    await expect(page).toHaveURL(new RegExp(`epoch:${stopped}$`));
  },
);

test('who asked for less motion gets slow steps', wideOnly, async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const figure = await openLive(page, epochs, 'loss:l1+l2,sigma:0.3,epoch:30');
  await figure.getByRole('button', { name: 'Play' }).click();
  await page.waitForTimeout(1000);
  expect(await epochNow(figure)).toBeLessThanOrEqual(32);
  await expect.poll(() => epochNow(figure)).toBeGreaterThan(30);
});

test('a run and an epoch travel in a copied link', wideOnly, async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const figure = await openLive(page, epochs);
  await figure.getByRole('radio', { name: 'noise σ 1' }).check();
  await slider(figure).fill('7');
  await expect(figure).toHaveAttribute('data-state', 'ready');
  await figure.getByRole('button', { name: 'Copy link' }).click();
  await expect(figure.getByText('Link copied')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await expect(page).toHaveURL(link);
  await page.goto('about:blank');
  await page.goto(link);
  const again = figureOn(page, epochs);
  await expect(again).toBeInViewport();
  await expect(again.getByRole('radio', { name: 'noise σ 1' })).toBeChecked();
  await expectEpoch(again, 7);
  await expect(again.getByText('Drawn at training time: L1 + L2, σ 1.')).toBeVisible();
});

test('a link in the text sets run and epoch', wideOnly, async ({ page }) => {
  const figure = await openLive(page, epochs);
  await page.locator('a[href="#fig-epochs=sigma:1,epoch:6"]').click();
  await expectEpoch(figure, 6);
  await expect(figure.getByRole('radio', { name: 'noise σ 1' })).toBeChecked();
});

test(
  'a loss that was not trained at a level cannot be chosen there, and the figure says so',
  wideOnly,
  async ({ page }) => {
    const figure = await openLive(page, epochs, 'loss:perceptual,sigma:1,epoch:5');
    await expect(figure.getByRole('radio', { name: 'noise σ 0.3' })).toBeChecked();
    await expect(figure.getByRole('radio', { name: 'noise σ 1' })).toBeDisabled();
    await expect(figure.getByText('perceptual: trained at σ = 0.3 only.')).toBeVisible();
  },
);

test(
  'pictures that are missing are named, leave the last ones, and can be tried again',
  wideOnly,
  async ({ page, houseRules }) => {
    houseRules.allow(/404/);
    await page.route('**/glo-mnist-lord-sigma1/epochs.png', (route) => route.fulfill({ status: 404 }));
    const figure = await openLive(page, epochs);
    const before = await frameOf(figure);
    await figure.getByRole('radio', { name: 'noise σ 1' }).check();
    await expect(figure).toHaveAttribute('data-state', 'error');
    await expect(figure.getByText('The pictures of this run are missing.')).toBeVisible();
    expect(await frameOf(figure)).toBe(before);
    await page.unroute('**/glo-mnist-lord-sigma1/epochs.png');
    await figure.getByRole('button', { name: 'Try again' }).click();
    await expect(figure).toHaveAttribute('data-state', 'ready');
    expect(await frameOf(figure)).not.toBe(before);
  },
);

test('four losses: all contents in one class, then other images, drawn here', wideOnly, async ({ page }) => {
  const figure = await openFigure(page, losses);
  const strips = figure.getByRole('img', { name: /^Reconstructions of the images/ });
  await expect(strips).toHaveCount(4);
  await figure.getByRole('radio', { name: 'class 7' }).check();
  await expect(figure.getByRole('img', { name: /^Transfers to class 7 / })).toHaveCount(4);
  await figure.getByRole('button', { name: 'Other images' }).click();
  await expect(figure.locator('.loss-row[data-state="ready"] canvas')).toHaveCount(4);
  await expect(page).toHaveURL(/fig-losses=drawn:7,from:each,seed:1/);
});

test('one pixel: its best values follow the share', async ({ page }) => {
  const figure = await openFigure(page, pixel);
  const share = figure.getByRole('slider');
  await expect(share).toHaveAttribute('aria-valuetext', '60\u00a0%');
  await expect(share).toBeEnabled();
  await share.focus();
  await page.keyboard.press('Home');
  await expect(
    figure.getByRole('img', { name: /Least at: L1 0\.00, L1 \+ L2 0\.00, L2 0\.00\./ }),
  ).toBeVisible();
  await page.keyboard.press('End');
  await expect(figure.getByRole('listitem').filter({ hasText: '1.00' })).toHaveCount(3);
  expect(await smallTargets(figure)).toEqual([]);
  expect(await smallTargets(figureOn(page, losses))).toEqual([]);
});

const afterEpoch = (figure: Locator): Locator => figure.getByRole('slider', { name: 'After epoch' });
/** The models of both panes after an epoch; the last is the checkpoint itself. */
const runsAt = (epoch: number): string[] =>
  ['exercise', 'lord'].map((preset) => `glo-mnist-${preset}-sigma0.3${epoch === 50 ? '' : `@${epoch}`}`);

test('two presets go back and forth by keyboard; the address brings their epoch back', async ({ page }) => {
  const figure = await openFigure(page, learning);
  await expectPanesLive(figure, runsAt(50));
  const last = [await readInk(pane(figure, 0)), await readInk(pane(figure, 1))];
  await afterEpoch(figure).focus();
  await page.keyboard.press('Home');
  await expectPanesLive(figure, runsAt(1));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expectPanesLive(figure, runsAt(4));
  await expect(afterEpoch(figure)).toHaveAttribute('aria-valuetext', 'epoch 4');
  const fourth = [await readInk(pane(figure, 0)), await readInk(pane(figure, 1))];
  for (const i of [0, 1]) expect(largestDifference(fourth[i].alpha, last[i].alpha)).toBeGreaterThan(64);
  expect(largestDifference(fourth[0].alpha, fourth[1].alpha)).toBeGreaterThan(64);
  await expect(page).toHaveURL(/#fig-learning=epoch:4,from:each,seed:0$/);
  await expect(figure.getByText(/^The judge reads \d+ of 100 as their row$/)).toHaveCount(2);
  expect(await smallTargets(figure)).toEqual([]);

  await page.reload();
  await figure.scrollIntoViewIfNeeded();
  await expectPanesLive(figure, runsAt(4));
  expect(largestDifference((await readInk(pane(figure, 1))).alpha, fourth[1].alpha)).toBe(0);
  await page.keyboard.press('Tab');
  await afterEpoch(figure).press('End');
  await expectPanesLive(figure, runsAt(50));
  expect(largestDifference((await readInk(pane(figure, 1))).alpha, last[1].alpha)).toBe(0);
});

test(
  'other images, drawn by an earlier epoch; a link in the text chooses one',
  wideOnly,
  async ({ page }) => {
    const figure = await openFigure(page, learning, 'epoch:16,from:any,seed:0');
    await expectPanesLive(figure, runsAt(16));
    await expect(figure.getByRole('radio', { name: 'any', exact: true })).toBeChecked();
    const before = await readInk(pane(figure, 1));
    await figure.getByRole('button', { name: 'Other images' }).click();
    await expectPanesLive(figure, runsAt(16));
    expect(largestDifference((await readInk(pane(figure, 1))).alpha, before.alpha)).toBeGreaterThan(64);
    await page.locator('a[href="#fig-learning=epoch:2"]').click();
    await expectPanesLive(figure, runsAt(2));
  },
);

test(
  'an epoch whose file is spoilt is named, leaves the last pictures, and can be tried again',
  wideOnly,
  async ({ page }) => {
    const weights = '**/glo-mnist-lord-sigma0.3/epoch8-weights.safetensors*';
    await page.route(weights, async (route) => {
      const response = await route.fetch();
      const body = Buffer.from(await response.body());
      body[body.length - 100] ^= 1;
      await route.fulfill({ response, body });
    });
    const figure = await openFigure(page, learning, 'epoch:16');
    await expectPanesLive(figure, runsAt(16));
    const [ofExercise, ofLord] = [pane(figure, 0), pane(figure, 1)];
    const before = await readInk(ofLord);
    const place = await placeOf(ofLord.locator('.digit-grid'));
    await afterEpoch(figure).press('ArrowLeft');
    await expectPanesLive(figure, runsAt(8).slice(0, 1));
    await expect(ofLord).toHaveAttribute('data-state', 'error');
    await expect(ofLord.getByText('not loaded; shown: epoch 16')).toBeVisible();
    await expect(ofLord.getByText('A file of this checkpoint has the wrong hash.')).toBeVisible();
    await ofLord.getByText('What to do').click();
    await expect(ofLord.locator('details')).toContainText(
      /^What to doepoch8-weights\.safetensors .* expected (\d+) bytes with SHA-256 \w+…, got \1 bytes/,
    );
    expect(await placeOf(ofLord.locator('.digit-grid'))).toEqual(place);
    expect(await smallTargets(figure)).toEqual([]);
    expect(largestDifference((await readInk(ofLord)).alpha, before.alpha)).toBe(0);
    await expect(ofExercise.getByRole('button')).toHaveCount(0);
    await page.unroute(weights);
    await ofLord.getByRole('button', { name: 'Try again' }).click();
    await expectPanesLive(figure, runsAt(8));
    expect(largestDifference((await readInk(ofLord)).alpha, before.alpha)).toBeGreaterThan(64);
  },
);

test(
  'a link to an epoch that cannot be had: the picture made at training time, said to be the last',
  wideOnly,
  async ({ page, houseRules }) => {
    houseRules.allow(/404/);
    await page.route('**/epoch2-*', (route) => route.fulfill({ status: 404 }));
    const figure = await openFigure(page, learning, 'epoch:2');
    for (const each of [pane(figure, 0), pane(figure, 1)]) {
      await expect(each.getByText('not loaded; shown: epoch 50')).toBeVisible();
      await expect(each.getByText('This checkpoint is missing.')).toBeVisible();
      await expect(each.locator('img.ink')).toBeVisible();
    }
  },
);

test('who chose ONNX Runtime gets earlier epochs too, by tfjs, and is told', wideOnly, async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('glo-engine', 'onnx'));
  const figure = await openFigure(page, learning, 'epoch:4');
  await expectPanesLive(figure, runsAt(4));
  await expect(figure.getByText('Earlier epochs have no ONNX file: tfjs draws them.')).toBeVisible();
  await afterEpoch(figure).press('End');
  await expectPanesLive(figure, runsAt(50));
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the last epoch is there, twice, and the four losses', wideOnly, async ({ page }) => {
    await page.goto(epochs.path);
    await expectPicture(page, figureOn(page, epochs).getByRole('img', { name: /^Reconstructions/ }));
    await expectPicture(page, figureOn(page, losses).getByRole('img', { name: /trained on L2$/ }));
    await expect(figureOn(page, epochs).getByRole('slider')).toBeHidden();
    const grids = figureOn(page, learning).getByRole('img', {
      name: /^Transfers of (exercise|lord), epoch 50:/,
    });
    await expect(grids).toHaveCount(2);
    for (const grid of await grids.all()) {
      await expect(grid.locator('img.ink')).toHaveJSProperty('naturalWidth', 280);
    }
    await expect(afterEpoch(figureOn(page, learning))).toBeHidden();
    await expect(figureOn(page, epochs).locator('noscript')).toBeVisible();
  });
});

/** Its background is a picture that the site has. */
async function expectPicture(page: Page, cell: Locator): Promise<void> {
  await expect(cell).toBeVisible();
  const url = await cell.evaluate((each) => /url\("(.+?)"\)/.exec(each.style.backgroundImage)?.[1] ?? '');
  const answer = await page.request.get(new URL(url, page.url()).href);
  expect(answer.ok(), url).toBe(true);
}
