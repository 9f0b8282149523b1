/** The engine room: runtimes measured in this browser, and a checkpoint of one's own from a zip to another page's figure. */
import { readdirSync, readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { expectLive, figureOn, openFigure, transferGrid, type FigurePlace } from '../support/e2e/figures.ts';
import { expect, test, wideOnly } from '../support/e2e/test.ts';

const room: FigurePlace = { name: 'engine-room', title: 'four runtimes', path: 'engine-room/' };
const ownCheckpoints: FigurePlace = {
  name: 'own-checkpoints',
  title: 'one’s own checkpoints',
  path: 'engine-room/',
};

test('each runtime is measured, or says why it is not', wideOnly, async ({ page, houseRules }) => {
  houseRules.allow(/No available adapters/); // Chrome tells that it has no graphics processor
  const figure = await openFigure(page, room);
  await figure.getByRole('button', { name: 'Measure here' }).click();
  await expect(figure.getByText(/^Measured here and now: \d of 4 runtimes/)).toBeVisible({ timeout: 45_000 });
  for (const name of ['tfjs, WebAssembly', 'ONNX Runtime, WebAssembly'])
    await expect(figure.getByRole('row', { name })).toContainText(/\d\.\d+/);
  await expect(figure.getByRole('row', { name: 'ONNX Runtime, WebAssembly' })).toContainText('under 0.001');
  for (const kind of ['tfjs-webgpu', 'onnx-webgpu']) {
    const row = figure.locator(`.picture-row[data-runtime="${kind}"]`);
    await expect(row).toHaveAttribute('data-state', /^(?:done|unavailable)$/);
    if ((await row.getAttribute('data-state')) === 'unavailable')
      await expect(row).toContainText(/^(?:tfjs|ONNX Runtime), WebGPU(?:This browser has|WebGPU is for)/);
  }
});

test(
  'a checkpoint of one’s own draws in another figure, and a broken one is refused',
  wideOnly,
  async ({ page }) => {
    const id = 'glo-mnist-exercise-sigma0';
    const folder = `public/models/${id}`;
    const files = Object.fromEntries(
      readdirSync(folder).map((file) => [`${id}/${file}`, new Uint8Array(readFileSync(`${folder}/${file}`))]),
    );
    const zip = (bytes: Uint8Array) => ({
      name: 'run.zip',
      mimeType: 'application/zip',
      buffer: Buffer.from(bytes),
    });
    const figure = await openFigure(page, ownCheckpoints);
    const input = figure.locator('input[accept]');
    const whole = zipSync(files, { level: 0 });

    await input.setInputFiles(zip(whole.subarray(0, whole.length / 2)));
    await expect(figure.getByRole('status').first()).toHaveText(
      'This is no zip file, or a part of one. Make it again, or drop the folder itself.',
    );
    await input.setInputFiles(zip(whole));
    await expect(figure.getByRole('status').first()).toHaveText(`${id} is kept in this browser.`);
    await figure.getByRole('checkbox', { name: `The figures draw with ${id}` }).check();

    await page.goto(transferGrid.path);
    const grid = figureOn(page, transferGrid);
    await grid.scrollIntoViewIfNeeded();
    await expectLive(grid);
    await expect(grid.getByText(`Live: your checkpoint ${id}, drawn by tfjs.`)).toBeVisible();
    await grid.getByRole('combobox', { name: 'Model' }).selectOption({ label: 'as shipped' });
    await expect(grid.getByText(/^Live: preset lord/)).toBeVisible();
  },
);
