/** The engine room: runtimes measured in this browser, and a checkpoint of one's own from a zip or a folder to the figures of other pages. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Locator } from '@playwright/test';
import { zipSync } from 'fflate';
import {
  expectLive,
  figureOn,
  openFigure,
  openLive,
  reconstructions,
  transferGrid,
  type FigurePlace,
} from '../support/e2e/figures.ts';
import { expect, test, wideOnly } from '../support/e2e/test.ts';

const room: FigurePlace = { name: 'engine-room', title: 'four runtimes', path: 'engine-room/' };
const ownCheckpoints: FigurePlace = {
  name: 'own-checkpoints',
  title: 'one’s own checkpoints',
  path: 'engine-room/',
};

/** A file or a folder, as from another window: a page's own script cannot make a drop with a folder in it. */
async function dropOn(place: Locator, path: string): Promise<void> {
  await place.scrollIntoViewIfNeeded();
  const { x, y } = (await place.boundingBox()) ?? { x: 0, y: 0 };
  const browser = await place.page().context().newCDPSession(place.page());
  const data = { items: [], files: [resolve(path)], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await browser.send('Input.dispatchDragEvent', { type, x: x + 20, y: y + 20, data });
}

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
  'a checkpoint of one’s own draws in other figures, a graph alone in the first, and a broken one is refused',
  wideOnly,
  async ({ page, request }) => {
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
    const news = figure.getByRole('status').first();
    const whole = zipSync(files, { level: 0 });

    // A file that is chosen before is lost.
    await expect(figure.getByRole('button', { name: 'Choose a file' })).toBeEnabled();
    await input.setInputFiles(zip(whole.subarray(0, whole.length / 2)));
    await expect(news).toHaveText(
      'This is no zip file, or a part of one. Make it again, or drop the folder itself.',
    );
    await input.setInputFiles(zip(whole));
    await expect(news).toHaveText(`${id} is kept in this browser.`);
    const graph = await request.get(`models/${id}/generator.onnx`);
    await input.setInputFiles({ name: 'bare.onnx', mimeType: '', buffer: await graph.body() });
    await expect(news).toContainText(`The graph ${id} is in the figure above`);
    await expect(figureOn(page, room).getByText(`your graph ${id}`)).toBeVisible();
    await dropOn(figure.locator('.drop-zone'), folder);
    await expect(news).toHaveText(`${id} is kept in this browser.`);
    await expect(figure.getByRole('listitem')).toHaveCount(1);
    await figure.getByRole('checkbox', { name: `The figures draw with ${id}` }).check();

    await page.goto(transferGrid.path);
    const grid = figureOn(page, transferGrid);
    await grid.scrollIntoViewIfNeeded();
    await expectLive(grid);
    await expect(grid.getByText(`Live: your checkpoint ${id}, drawn by tfjs.`)).toBeVisible();
    await grid.getByRole('combobox', { name: 'Model' }).selectOption({ label: 'as shipped' });
    await expect(grid.getByText(/^Live: preset lord/)).toBeVisible();
    await grid.getByRole('combobox', { name: 'Model' }).selectOption({ label: `yours: ${id}` });

    const { metrics } = JSON.parse(readFileSync(`${folder}/metrics.json`, 'utf8')) as {
      metrics: Record<string, { value: number }>;
    };
    const rows = await openLive(page, reconstructions);
    await expect(rows.getByText(`Live: your checkpoint ${id}, drawn by tfjs.`)).toBeVisible();
    await expect(rows.getByText(`L1 ${metrics['reconstruction.l1'].value.toFixed(3)}`)).toBeVisible();
  },
);
