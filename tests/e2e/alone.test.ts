/** The page of one figure: keys of a lecture, what it hides from hands, and what is taken along. */
import { examine } from '../support/e2e/axe.ts';
import { expect, test, wideOnly } from '../support/e2e/test.ts';

test('a figure by itself is shown large, set by keys, and taken along', wideOnly, async ({ page }) => {
  await page.goto('swaps/#fig-transfer=sigma:0.5');
  await page.locator('#transfer-grid .figure-alone').click();
  await expect(page).toHaveURL(/\/figures\/transfer-grid\/#fig-transfer=.*sigma:0\.5/);
  const figure = page.locator('[data-figure="transfer"]');
  await expect(figure).toHaveAttribute('data-state', 'ready');
  const sigma = (value: string) => figure.getByRole('radio', { name: `σ ${value}`, exact: true });

  await page.keyboard.press('+');
  await expect(sigma('0.7')).toBeChecked();
  await page.keyboard.press('-');
  await page.keyboard.press('-');
  await expect(sigma('0.3')).toBeChecked();
  await page.keyboard.press('n');
  await expect(figure.getByRole('radio', { name: 'styled' })).toBeChecked();
  await page.keyboard.down('h');
  await expect(figure.getByRole('button', { name: 'Hold to see' })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.up('h');
  await expect(figure.getByRole('button', { name: 'Hold to see' })).toHaveAttribute('aria-pressed', 'false');

  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys for a lecture' });
  expect((await examine(page)).violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
  await keys.getByRole('checkbox', { name: 'These keys work' }).uncheck();
  await keys.getByRole('button', { name: 'Close' }).click();
  await page.keyboard.press('+');
  await expect(sigma('0.3')).toBeChecked();

  const take = page.locator('get-this');
  await take.getByRole('radio', { name: 'noise only' }).check();
  await expect(take.locator('pre').first()).toContainText(
    '?controls=noise#fig-transfer=recipe:styled,sigma:0.3',
  );
  const saved = page.waitForEvent('download');
  await take.getByRole('button', { name: 'PNG' }).click();
  expect((await saved).suggestedFilename()).toBe('transfer-grid.png');
  await expect(take.getByRole('link', { name: 'glo-mnist-styled-sigma0.3' })).toBeVisible();

  await page.getByRole('button', { name: 'Full screen' }).click();
  await expect(take).toBeHidden();
  await expect(figure).toBeInViewport({ ratio: 1 });
});

test(
  'a figure in a frame shows nothing else, and no control that its address hides',
  wideOnly,
  async ({ page }) => {
    await page.goto('figures/noise-trade-off/');
    await page.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.src = '../samples/?controls=noise';
      frame.width = frame.height = '800';
      document.body.replaceChildren(frame);
    });
    const framed = page.frameLocator('iframe');
    await expect(framed.getByRole('radio', { name: 'σ 1', exact: true })).toBeVisible();
    await expect(framed.getByRole('radio', { name: 'styled' })).toBeHidden();
    await expect(framed.locator('get-this')).toBeHidden();

    await page.goto('figures/samples/?controls=none');
    const figure = page.locator('[data-figure="samples"]');
    await expect(figure).toHaveAttribute('data-state', 'ready');
    await expect(page.locator('.alone .figure')).toHaveAttribute('inert');
    await page.keyboard.press('+');
    await expect(page).toHaveURL(/sigma:0\.5/);
  },
);

test(
  'the numbers of a chart are saved as CSV, and what it was made of is named',
  wideOnly,
  async ({ page }) => {
    await page.goto('figures/noise-trade-off/');
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: /^CSV/ }).click();
    const stream = await (await saved).createReadStream();
    let text = '';
    for await (const chunk of stream) text += String(chunk);
    expect(text.split('\r\n')[0]).toMatch(/^σ,/);
    expect(text.split('\r\n')).toHaveLength(11);
    await expect(page.getByRole('link', { name: 'metrics.json' })).toBeVisible();

    await page.goto('figures/cloud/#fig-cloud=sigma:1');
    const take = page.locator('get-this');
    await expect(page.locator('[data-figure="cloud"]')).toHaveAttribute('data-runs', /styled-sigma1$/);
    await take.hover();
    for (const preset of ['exercise', 'lord'])
      await expect(take.getByRole('link', { name: `glo-mnist-${preset}-sigma1`, exact: true })).toBeVisible();
    await expect(take.getByRole('link', { name: 'metrics.json' })).toBeHidden();
  },
);
