/** One training step in slow motion: its phases, the lines that light up with them, the run, and what happens without recording or script. */
import type { Locator, Page } from '@playwright/test';
import { expectLive, figureOn, openFigure, openLive, slowMotion } from '../support/e2e/figures.ts';
import { largestDifference, readInk } from '../support/e2e/ink.ts';
import { smallTargets } from '../support/e2e/targets.ts';
import { expect, narrowOnly, test, wideAndUnderBase, wideOnly } from '../support/e2e/test.ts';

const next = (figure: Locator): Locator => figure.getByRole('button', { name: 'Next' });
const slider = (figure: Locator): Locator => figure.getByRole('slider', { name: 'Step' });
const title = (figure: Locator): Locator => figure.locator('.phase-title');
const row = (figure: Locator, name: string): Locator => figure.locator(`[data-row="${name}"] canvas`);

/** The lines that are lit in one of the two languages, shown or not. */
const lit = (page: Page, language: 'pytorch' | 'typescript'): Promise<string[]> =>
  page
    .locator(`.in-${language} [aria-current="step"]`)
    .evaluateAll((lines) => lines.map((line) => line.textContent.trim()));

test('Next goes through the phases of a step, with words, pictures and lines, and on to the next', async ({
  page,
}) => {
  const figure = await openLive(page, slowMotion, 'step:30,phase:batch,by:phases');
  await expect(title(figure)).toHaveText('1. Draw a batch');
  await expect(row(figure, 'image')).toBeVisible();
  await expect(row(figure, 'drawn')).toHaveCount(0);
  expect(await lit(page, 'pytorch')).toEqual(['for images in torch.randperm(len(labels)).split(32):']);

  await next(figure).click();
  await expect(title(figure)).toHaveText('2. Look up the codes');
  expect(await lit(page, 'typescript')).toEqual([
    'const contentCodes = gatherRows(model.contentCodes, contentDim, images);',
    'const classCodes = gatherRows(model.classCodes, classDim, labels);',
  ]);
  await next(figure).click();
  await expect(title(figure)).toHaveText('3. Add noise');
  await expect(figure.locator('.plane-noise')).toHaveCount(5);
  await next(figure).click();
  await expect(row(figure, 'drawn')).toBeVisible();
  await next(figure).click();
  await expect(row(figure, 'error')).toBeVisible();
  await expect(figure.locator('.slow-words')).toContainText(/loss of the batch.* is 0\.\d{3}\./);
  await next(figure).click();
  await expect(row(figure, 'pull')).toBeVisible();
  await expect(figure.locator('.slow-content .plane-pull').first()).toBeVisible();
  expect(await lit(page, 'pytorch')).toEqual([
    'optimizer.zero_grad()',
    'loss.backward()  # to the weights, and to the rows of both tables',
  ]);

  const before = await readInk(figure.locator('.wall-pictures'));
  await next(figure).click();
  await expect(title(figure)).toHaveText('7. Update');
  await expect(row(figure, 'again')).toBeVisible();
  expect(
    largestDifference(before.alpha, (await readInk(figure.locator('.wall-pictures'))).alpha),
  ).toBeGreaterThan(64);
  expect(await lit(page, 'typescript')).toHaveLength(3);
  await next(figure).click();
  await expect(title(figure)).toHaveText('1. Draw a batch');
  await expect(page).toHaveURL(/fig-slow-motion=step:31,phase:batch,by:phases/);
  expect(await smallTargets(figure)).toEqual([]);
});

test(
  'the running lines beside the pictures are of the language that is shown below',
  wideOnly,
  async ({ page }) => {
    const figure = await openLive(page, slowMotion, 'step:2,phase:compare');
    const running = figure.getByRole('group', { name: 'The lines that run' });
    await expect(running.locator('pre').filter({ visible: true })).toHaveText(/^loss = l1_loss/);
    await page.getByRole('radio', { name: 'TypeScript' }).check();
    await expect(running.locator('pre').filter({ visible: true })).toHaveText(/^reconstructionLoss\(/);
    await expect(page.locator('.in-typescript [aria-current="step"]')).toBeVisible();
  },
);

test('Play runs through the steps, Pause stops and the address keeps it', wideOnly, async ({ page }) => {
  const figure = await openLive(page, slowMotion, 'step:10,phase:update,by:steps');
  const [first] = [await figure.locator('.code-dot').first().getAttribute('style')];
  await figure.getByRole('button', { name: 'Play' }).click();
  await expect.poll(async () => Number(await slider(figure).inputValue())).toBeGreaterThan(14);
  await figure.getByRole('button', { name: 'Pause' }).click();
  const stopped = await slider(figure).inputValue();
  expect(await figure.locator('.code-dot').first().getAttribute('style')).not.toBe(first);
  await expect(page).toHaveURL(new RegExp(`step:${stopped},phase:update,by:steps`));
  await expect(slider(figure)).toHaveValue(stopped);
});

test('Play goes through the phases of a step, and ends where the run does', wideOnly, async ({ page }) => {
  const figure = await openLive(page, slowMotion, 'step:80,phase:gradients,by:phases');
  await figure.getByRole('button', { name: 'Play' }).click();
  await expect(title(figure)).toHaveText('7. Update');
  await expect(figure.getByRole('button', { name: 'Play' })).toBeVisible();
  await figure.getByRole('button', { name: 'Play' }).click();
  await expect(slider(figure)).toHaveValue('1');
});

test('who asked for less motion goes on step by step', wideOnly, async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const figure = await openLive(page, slowMotion);
  await expect(figure.getByRole('button', { name: 'Play' })).toHaveCount(0);
  await expect(figure.getByText(/^Your system asks for less motion/)).toBeVisible();
  await expect(figure.locator('.code-dot').first()).toHaveCSS('transition-duration', '0s');
  await figure.getByRole('radio', { name: 'steps', exact: true }).check();
  await next(figure).click();
  await expect(page).toHaveURL(/step:50,phase:update,by:steps/);
  await next(figure).click();
  await expect(page).toHaveURL(/step:51,phase:update,by:steps/);
});

test('steps are chosen by keys and on the curve, phases by keys', wideOnly, async ({ page }) => {
  const figure = await openLive(page, slowMotion);
  await slider(figure).press('Home');
  await expect(slider(figure)).toHaveAttribute('aria-valuetext', '1 of 80, epoch 1');
  await slider(figure).press('ArrowRight');
  await expect(figure.getByRole('img', { name: /in step 2, / })).toBeVisible();
  const plot = figure.locator('.loss-plot');
  const { width, height } = (await plot.boundingBox()) ?? { width: 0, height: 0 };
  await plot.click({ position: { x: width - 1, y: height / 2 } });
  await expect(slider(figure)).toHaveAttribute('aria-valuetext', '80 of 80, epoch 20');
  await figure.getByRole('radio', { name: '6, gradients' }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(title(figure)).toHaveText('5. Compare');
});

test('a swipe over the curve scrolls the page and keeps the step', narrowOnly, async ({ page }) => {
  const figure = await openLive(page, slowMotion);
  const plot = figure.locator('.loss-plot');
  await plot.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const { x, y } = (await plot.boundingBox()) ?? { x: 0, y: 0 };
  const devtools = await page.context().newCDPSession(page);
  const before = await page.evaluate(() => window.scrollY);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
    devtools.send('Input.dispatchTouchEvent', { type, touchPoints });
  await send('touchStart', [{ x: x + 40, y: y + 30 }]);
  for (const up of [30, 60, 90, 120, 150, 180]) await send('touchMove', [{ x: x + 41, y: y + 30 - up }]);
  await send('touchEnd', []);
  await expect.poll(() => page.evaluate(() => window.scrollY)).not.toBe(before);
  await expect(slider(figure)).toHaveValue('50');
});

test('the recording comes when the figure is seen, and not before', wideAndUnderBase, async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  await page.setViewportSize({ width: 1280, height: 300 });
  await page.goto(slowMotion.path);
  await page.waitForLoadState('networkidle');
  expect(loaded.filter((url) => url.includes('recording'))).toEqual([]);
  const figure = figureOn(page, slowMotion);
  await figure.scrollIntoViewIfNeeded();
  await expectLive(figure);
  expect(loaded.filter((url) => url.includes('recording'))).toHaveLength(1);
});

test(
  'a recording that does not come is told of, and comes when tried again',
  wideOnly,
  async ({ page, houseRules }) => {
    houseRules.allow(/404/);
    await page.route('**/recording.*.bin', (route) => route.fulfill({ status: 404 }));
    const figure = await openFigure(page, slowMotion, 'step:3,phase:batch');
    await expect(figure).toHaveAttribute('data-state', 'error');
    await expect(figure.getByRole('status').first()).toContainText('The recording cannot be read.');
    await expect(figure.getByRole('status').first()).toContainText('The picture shows step 50.');
    await expect(title(figure)).toHaveText('6. Follow the loss back');
    await page.unroute('**/recording.*.bin');
    await figure.getByRole('button', { name: 'Try again' }).click();
    await expectLive(figure);
    await expect(title(figure)).toHaveText('1. Draw a batch');
  },
);

test('a damaged recording is told of', wideOnly, async ({ page }) => {
  await page.route('**/recording.*.bin', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.body()).subarray(0, 9000) });
  });
  const figure = await openFigure(page, slowMotion);
  await expect(figure).toHaveAttribute('data-state', 'error');
  await figure.getByText('What to do').click();
  await expect(figure.locator('.what-to-do p')).toHaveText(/cannot be read \(.+\)\. Reload the page\.$/);
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });
  test('the first moment is there: planes, pictures, words and lines', wideOnly, async ({ page }) => {
    await page.goto(slowMotion.path);
    const figure = figureOn(page, slowMotion);
    await expect(title(figure)).toHaveText('6. Follow the loss back');
    await expect(figure.locator('.code-dot')).toHaveCount(20);
    for (const name of ['image', 'drawn', 'error', 'pull']) {
      await expect(figure.locator(`[data-row="${name}"] .built`)).toBeVisible();
    }
    await expect(figure.locator('.wall-pictures .built')).toBeVisible();
    await expect(figure.getByText(/^loss\.backward\(\)|optimizer\.zero_grad/).first()).toBeVisible();
    await expect(figure.locator('input, button').filter({ visible: true })).toHaveCount(0);
    const sheet = await figure
      .locator('.built')
      .first()
      .evaluate((cell) => getComputedStyle(cell).backgroundImage);
    const [, url = ''] = /url\("(.+)"\)/.exec(sheet) ?? [];
    expect((await page.request.get(url)).ok()).toBe(true);
  });
});
