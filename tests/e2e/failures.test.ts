/** What a figure says and shows when its model cannot be had, each case provoked; and that trying again helps. */
import type { Locator, Route } from '@playwright/test';
import {
  expectLive,
  openFigure,
  openLive,
  reconstructions,
  sigmaOf,
  transferGrid,
} from '../support/e2e/figures.ts';
import { largestDifference, readPicture } from '../support/e2e/ink.ts';
import { placeOf } from '../support/e2e/steadiness.ts';
import { smallTargets } from '../support/e2e/targets.ts';
import { expect, test, wideOnly } from '../support/e2e/test.ts';

interface Fault {
  readonly title: string;
  /** Of the preset `lord`: the checkpoint that is spoilt. */
  readonly sigma: number;
  readonly file: string;
  readonly answer: (route: Route) => Promise<void>;
  readonly says: string;
  readonly advises: RegExp;
}

const notFound = (route: Route) => route.fulfill({ status: 404 });
const unreachable = (route: Route) => route.abort('connectionrefused');

/** Answers with the real file, changed. */
const changed = (change: (body: Buffer) => Buffer) => async (route: Route) => {
  const response = await route.fetch();
  await route.fulfill({ response, body: change(await response.body()) });
};

const flipOneBit = (body: Buffer): Buffer => {
  const copy = Buffer.from(body);
  copy[copy.length - 100] ^= 1;
  return copy;
};

const faults: readonly Fault[] = [
  {
    title: 'a missing checkpoint',
    sigma: 5,
    file: 'manifest.json',
    answer: notFound,
    says: 'This checkpoint is missing.',
    advises: /has no manifest\.json: .* answered 404\. Choose another, or make it with npm run train -- glo-/,
  },
  {
    title: 'missing weights',
    sigma: 2,
    file: 'weights.safetensors',
    answer: notFound,
    says: 'This checkpoint is missing.',
    advises: /has no weights\.safetensors: .* answered 404\./,
  },
  {
    title: 'one wrong bit in the weights',
    sigma: 1,
    file: 'weights.safetensors',
    answer: changed(flipOneBit),
    says: 'A file of this checkpoint has the wrong hash.',
    advises: /expected (\d+) bytes with SHA-256 \w+…, got \1 bytes with SHA-256 \w+…\. Reload the page/,
  },
  {
    title: 'codes cut short',
    sigma: 0.7,
    file: 'codes.safetensors',
    answer: changed((body) => body.subarray(0, body.length / 2)),
    says: 'A file of this checkpoint has the wrong hash.',
    advises: /codes\.safetensors .* expected 100660 bytes .* got 50330 bytes/,
  },
  {
    title: 'another contract',
    sigma: 0,
    file: 'manifest.json',
    answer: changed((body) =>
      Buffer.from(body.toString().replace(/"contractVersion": \d+/, '"contractVersion": 0')),
    ),
    says: 'This checkpoint does not follow the contract.',
    advises: /contractVersion/,
  },
  {
    title: 'a network that is down',
    sigma: 0.5,
    file: 'codes.safetensors',
    answer: unreachable,
    says: 'The download failed.',
    advises: /Could not load .*codes\.safetensors.*\. Check the connection and try again\./,
  },
];

const spoiltByUs = /Failed to load resource|404 for|ERR_CONNECTION_REFUSED for/;

async function expectFailure(figure: Locator, { says, advises }: Pick<Fault, 'says' | 'advises'>) {
  await expect(figure).toHaveAttribute('data-state', 'error');
  await expect(figure.locator('.figure-status')).toContainText(says);
  await figure.getByText('What to do').click();
  await expect(figure.locator('details')).toContainText(advises);
}

/** The picture made at training time is on screen, and said to be that. */
async function expectPreview(figure: Locator): Promise<void> {
  const preview = figure.locator('.digit-grid img.ink');
  await expect(preview).toBeVisible();
  await expect(preview).toHaveJSProperty('complete', true);
  expect(await preview.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(280);
}

test(
  'each fault of a checkpoint is named with its remedy, leaves the last picture, can be tried again',
  wideOnly,
  async ({ page, houseRules }) => {
    houseRules.allow(spoiltByUs);
    const addressOf = ({ sigma, file }: Fault) => `**/glo-mnist-lord-sigma${sigma}/${file}*`;
    for (const fault of faults) await page.route(addressOf(fault), fault.answer);
    const figure = await openLive(page, transferGrid);
    for (const fault of faults) {
      await test.step(fault.title, async () => {
        const before = { picture: await readPicture(figure), place: await placeOf(figure) };
        const shown = await figure.getByText(/^Live: /).textContent();
        await sigmaOf(figure, fault.sigma).check();
        await expectFailure(figure, fault);
        await expect(figure.getByText('The picture shows')).toContainText(
          /preset lord, σ\s[\d.]+/.exec(shown ?? '')?.[0] ?? '-',
        );
        expect(largestDifference((await readPicture(figure)).alpha, before.picture.alpha)).toBe(0);
        expect(await placeOf(figure)).toEqual(before.place);

        await page.unroute(addressOf(fault));
        await figure.getByRole('button', { name: 'Try again' }).click();
        await expectLive(figure);
        await expect(figure.getByText(`Live: preset lord, σ ${fault.sigma},`)).toBeVisible();
        expect(await placeOf(figure)).toEqual(before.place);
      });
    }
  },
);

for (const { title, files, says, advises } of [
  {
    title: 'a first checkpoint that is missing',
    files: '**/glo-mnist-lord-sigma0.3/manifest.json',
    says: 'This checkpoint is missing.',
    advises: /has no manifest\.json/,
  },
  {
    title: 'a runtime that does not arrive',
    files: '**/*.wasm',
    says: 'The download failed.',
    advises: /Could not load .*\.wasm\. Check the connection and try again\./,
  },
  {
    title: 'a worker that does not arrive',
    files: '**/tfjs.worker*',
    says: 'The download failed.',
    advises: /The engine could not be loaded\. Check the connection and try again\./,
  },
  {
    title: 'a worker of which only the beginning arrives',
    files: '**/tfjs-worker-program*',
    says: 'The download failed.',
    advises: /The engine could not be loaded\. Check the connection and try again\./,
  },
]) {
  test(`${title}: the figure keeps its first picture, and trying again helps`, async ({
    page,
    houseRules,
  }) => {
    houseRules.allow(spoiltByUs);
    const mayFail = Promise.withResolvers<undefined>();
    await page.route(files, async (route) => {
      await mayFail.promise;
      await (files.endsWith('.json') ? notFound(route) : unreachable(route));
    });
    const figure = await openFigure(page, transferGrid);
    await expectPreview(figure);
    const before = await placeOf(figure);
    mayFail.resolve(undefined);
    await expectFailure(figure, { says, advises });
    await expectPreview(figure);
    await expect(figure.getByText('The picture shows preset lord, σ 0.3, drawn beforehand.')).toBeVisible();
    expect(await placeOf(figure)).toEqual(before);

    await page.unrouteAll({ behavior: 'wait' });
    await figure.getByRole('button', { name: 'Try again' }).click();
    await expectLive(figure);
  });
}

test('no WebAssembly: every figure keeps its first picture and says so', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));
  const figure = await openFigure(page, transferGrid);
  await expectFailure(figure, {
    says: 'This browser runs no WebAssembly.',
    advises: /Allow it for this site, or use another browser\./,
  });
  await expectPreview(figure);
  expect(await smallTargets(figure)).toEqual([]);
  await figure.getByRole('button', { name: 'Try again' }).click();
  await expect(figure).toHaveAttribute('data-state', 'error');
});

test(
  'memory refused: the figure says so, and trying again helps once there is some',
  wideOnly,
  async ({ page, houseRules }) => {
    houseRules.allow(/could not allocate memory|Initialization of backend wasm failed/);
    let isRefused = true;
    const refuse = `const refuse = () => { throw new RangeError('could not allocate memory'); };
    for (const name of ['Memory', 'instantiate', 'instantiateStreaming']) WebAssembly[name] = refuse;`;
    await page.route('**/tfjs-worker-program*', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (isRefused ? refuse : '') + (await response.text()) });
    });
    const figure = await openFigure(page, transferGrid);
    await expectFailure(figure, {
      says: 'This browser gives this page no memory.',
      advises: /Close other tabs or programs, and try again\./,
    });
    await expectPreview(figure);
    isRefused = false;
    await figure.getByRole('button', { name: 'Try again' }).click();
    await expectLive(figure);
  },
);

test('one missing level among all eight leaves the other seven', wideOnly, async ({ page, houseRules }) => {
  houseRules.allow(/404/);
  await page.route('**/glo-mnist-lord-sigma5/manifest.json', notFound);
  const figure = await openLive(page, reconstructions, 'recipe:lord,sigma:1,all:yes');
  await expect(figure.locator('canvas.ink')).toHaveCount(7);
  await expect(figure.locator('.picture-row', { hasText: 'not loaded' })).toContainText('σ = 5');
});

test('while a model loads, the figure counts its bytes', async ({ page }) => {
  const figure = await openLive(page, transferGrid);
  const mayAnswer = Promise.withResolvers<undefined>();
  await page.route('**/glo-mnist-lord-sigma5/weights.safetensors*', async (route) => {
    await mayAnswer.promise;
    await route.continue();
  });
  const before = await placeOf(figure);
  await sigmaOf(figure, 5).check();
  // The codes are there, 101 kB of them; the weights are on their way.
  await expect(figure.locator('.figure-status')).toContainText('Loading the model: 101 of 241 kB, 41 %');
  await expect(figure.getByRole('progressbar', { name: 'Bytes loaded' })).toHaveAttribute('max', '241374');
  expect(await placeOf(figure)).toEqual(before);
  mayAnswer.resolve(undefined);
  await expectLive(figure);
  await expect(figure.getByRole('progressbar')).toBeHidden();
});
