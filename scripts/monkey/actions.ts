/** What a monkey does to a figure: one action a call, all drawn from one seeded generator, so that a seed is a run. */
import type { Locator, Page } from 'playwright';
import type { Random } from '../../src/numerics/random.ts';

export const sizes = [
  { width: 1280, height: 900 },
  { width: 360, height: 740 },
] as const;

const keys = [
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'Enter',
  'Space',
  'Escape',
  'Tab',
];
/** Links leave the page, and what they open is another figure's. */
const controls = 'button, input, select, summary, [tabindex="0"], canvas';
const patience = { timeout: 500 };

type Action = (page: Page, figure: Locator, random: Random) => Promise<unknown>;

const pick = <Item>(random: Random, items: readonly Item[]): Item =>
  items[Math.floor(random.uniform() * items.length)];

async function pointIn(figure: Locator, random: Random): Promise<readonly [x: number, y: number]> {
  const box = (await figure.boundingBox()) ?? { x: 0, y: 0, width: 1, height: 1 };
  return [box.x + random.uniform() * box.width, box.y + random.uniform() * box.height];
}

const control = async (figure: Locator, random: Random): Promise<Locator> => {
  const found = figure.locator(controls);
  return found.nth(Math.floor(random.uniform() * Math.max(1, await found.count())));
};

const actions: Readonly<Record<string, { readonly weight: number; readonly act: Action }>> = {
  click: { weight: 8, act: async (_, figure, random) => (await control(figure, random)).click(patience) },
  key: {
    weight: 8,
    act: async (page, figure, random) => {
      if (random.uniform() < 0.5) await (await control(figure, random)).focus(patience);
      for (let times = Math.ceil(random.uniform() * 4); times > 0; times--)
        await page.keyboard.press(pick(random, keys));
    },
  },
  drag: {
    weight: 6,
    act: async (page, figure, random) => {
      await page.mouse.move(...(await pointIn(figure, random)));
      await page.mouse.down();
      await page.mouse.move(...(await pointIn(figure, random)), { steps: 5 });
      await page.mouse.up();
    },
  },
  wheel: {
    weight: 2,
    act: async (page, figure, random) => {
      await page.mouse.move(...(await pointIn(figure, random)));
      await page.mouse.wheel(0, (random.uniform() - 0.5) * 400);
    },
  },
  address: {
    weight: 2,
    act: async (page, figure, random) => {
      const name = await figure.getAttribute('data-figure');
      const value = pick(random, [
        'sigma:5',
        'recipe:lord,sigma:0',
        'sigma:NaN',
        'seed:7',
        'x:-1',
        '%',
        'all:yes',
      ]);
      await page.evaluate((hash) => (location.hash = hash), `#fig-${name ?? ''}=${value}`);
    },
  },
  back: { weight: 1, act: (page) => page.evaluate(() => history.back()) },
  size: { weight: 0.5, act: (page, _, random) => page.setViewportSize(pick(random, sizes)) },
  theme: { weight: 0.5, act: (page) => page.locator('.theme-toggle').click(patience) },
};

/** Its name. What a control refuses, hidden or covered as it is, is no fault. */
export async function actOnce(page: Page, figure: Locator, random: Random): Promise<string> {
  const total = Object.values(actions).reduce((sum, { weight }) => sum + weight, 0);
  let left = random.uniform() * total;
  const [name, { act }] =
    Object.entries(actions).find(([, { weight }]) => (left -= weight) < 0) ?? Object.entries(actions)[0];
  await figure.scrollIntoViewIfNeeded(patience).catch(() => undefined);
  await act(page, figure, random).catch(() => undefined);
  return name;
}
