/** Whatever a page points at is there: figure states, pages and anchors, figures, references, sources, measurements. */
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkpointFields,
  type CheckpointState,
} from '../../src/components/figures/shell/state/checkpoint-fields.ts';
import type { FigureFacts } from '../../src/components/figures/shell/state/checkpoints.ts';
import { formatState, parseState, type Fields } from '../../src/components/figures/shell/state/fields.ts';
import {
  metricNames,
  referenceNames,
  type MetricName,
  type ReferenceName,
} from '../../src/contract/metric-names.ts';
import {
  guidedFacts,
  styledFacts,
  learningFacts,
  whitenedFacts,
} from '../../src/components/figures/side-by-side/facts.ts';
import { numbersFields } from '../../src/components/figures/data-set/state.ts';
import { drawFacts } from '../../src/components/figures/draw/facts.ts';
import { drawFields } from '../../src/components/figures/draw/state.ts';
import { readEpochRuns } from '../../src/components/figures/epochs/facts.ts';
import { coursesFields } from '../../src/components/figures/adversary/courses.ts';
import { gamesFields } from '../../src/components/figures/adversary/games.ts';
import { gamesFacts } from '../../src/components/figures/adversary/games-facts.ts';
import { looksFields } from '../../src/components/figures/adversary/looks.ts';
import { looksFacts } from '../../src/components/figures/adversary/looks-facts.ts';
import { cloudFacts } from '../../src/components/figures/cloud/facts.ts';
import { cloudFields } from '../../src/components/figures/cloud/state.ts';
import { mapFields } from '../../src/components/figures/content-map/state.ts';
import { encoderRowsFields } from '../../src/components/figures/encoder-rows/state.ts';
import type { EncoderView } from '../../src/components/figures/encoders/models.ts';
import { encoderFacts } from '../../src/components/figures/encoders/facts.ts';
import { planeFields } from '../../src/components/figures/distribution/plane.ts';
import { sizeFacts, varianceFacts } from '../../src/components/figures/distribution/sweep-facts.ts';
import { sweepFields } from '../../src/components/figures/distribution/sweep.ts';
import { epochsFields } from '../../src/components/figures/epochs/state.ts';
import { guessOf, type GuessId } from '../../src/components/figures/guess/guesses.ts';
import { interpolationFacts } from '../../src/components/figures/interpolation/facts.ts';
import { interpolationFields } from '../../src/components/figures/interpolation/state.ts';
import { lossesFields } from '../../src/components/figures/losses/state.ts';
import { mistakesFields } from '../../src/components/figures/mistakes/state.ts';
import { noiseFields } from '../../src/components/figures/noise/state.ts';
import { axisFacts } from '../../src/components/figures/one-axis/facts.ts';
import { familiesFields } from '../../src/components/figures/one-axis/families.ts';
import { axisFields } from '../../src/components/figures/one-axis/state.ts';
import { parsePageHash } from '../../src/components/figures/shell/state/page-hash.ts';
import { pixelFields } from '../../src/components/figures/pixel/state.ts';
import { reconstructionsFields } from '../../src/components/figures/reconstructions/state.ts';
import { samplesFields } from '../../src/components/figures/samples/state.ts';
import { sideBySideFields } from '../../src/components/figures/side-by-side/state.ts';
import { settingRows } from '../../src/components/figures/settings-chart/facts.ts';
import { settingsFields } from '../../src/components/figures/settings-chart/state.ts';
import { readRecording } from '../../src/components/figures/slow-motion/facts.ts';
import { slowMotionFields } from '../../src/components/figures/slow-motion/state.ts';
import { trainVaeFields } from '../../src/components/figures/train-vae/state.ts';
import { trainFields } from '../../src/components/figures/train/state.ts';
import { transferFields } from '../../src/components/figures/transfer/state.ts';
import { turnedCodeFields } from '../../src/components/figures/turned-code/state.ts';
import { twoCodesFacts } from '../../src/components/figures/two-codes/facts.ts';
import { twoCodesFields } from '../../src/components/figures/two-codes/state.ts';
import { figures } from '../../src/components/layout/figures.ts';
import { readSpread } from '../../src/components/mdx/measured.ts';
import { references } from '../../src/components/mdx/references.ts';
import { cutRegion, wholeFile } from '../../src/components/mdx/source-region.ts';
import { unseenFacts } from '../../src/components/figures/unseen/facts.ts';
import { unseenFields } from '../../src/components/figures/unseen/state.ts';
import { classSpaceFields } from '../../src/components/figures/class-space/state.ts';
import { directionsFields } from '../../src/components/figures/directions/state.ts';
import { walkFacts } from '../../src/components/figures/walk/facts.ts';
import { walkFields } from '../../src/components/figures/walk/state.ts';
import { figureFacts } from './support/checkpoints.ts';
import { anchorsOf, attributes, linksOf, pageOf, pages, type Page } from './support/pages.ts';

type AnyFields = Fields<CheckpointState>;

const [guided, learning, styled, whitened] = await Promise.all([
  guidedFacts(),
  learningFacts(),
  styledFacts(),
  whitenedFacts(),
]);

const [cloud, codes, between, unseen, draw, walk] = await Promise.all([
  cloudFacts(),
  twoCodesFacts(),
  interpolationFacts(),
  unseenFacts(),
  drawFacts(),
  walkFacts(),
]);

const encoders = await encoderFacts(['pca', 'linear', 'relu', 'stacked']);
const rowFields = (shows: EncoderView) => () =>
  encoderRowsFields({ ...encoders, name: '', label: '', shows, initialCodeDim: 10 }) as unknown as AnyFields;

/** The figures that links can set, by their names in the URL; `tag` is the component that a page shows them with. */
const settable: Readonly<
  Partial<Record<string, { tag: string; fields: (facts: FigureFacts) => AnyFields }>>
> = {
  reconstructions: { tag: 'Reconstructions', fields: reconstructionsFields },
  transfer: { tag: 'TransferGrid', fields: transferFields },
  samples: { tag: 'Samples', fields: samplesFields },
  interpolation: { tag: 'Interpolation', fields: () => interpolationFields(between) },
  noise: { tag: 'Noise', fields: noiseFields },
  numbers: { tag: 'Numbers', fields: () => numbersFields as unknown as AnyFields },
  pixel: { tag: 'Pixel', fields: () => pixelFields as unknown as AnyFields },
  losses: { tag: 'Losses', fields: () => lossesFields as unknown as AnyFields },
  epochs: { tag: 'EpochScrubber', fields: () => epochsFieldsOfBuild() as unknown as AnyFields },
  learning: { tag: 'Learning', fields: () => sideBySideFields(learning) as unknown as AnyFields },
  'content-map': { tag: 'ContentMap', fields: () => mapFields as unknown as AnyFields },
  cloud: { tag: 'Cloud', fields: () => cloudFields(cloud) as unknown as AnyFields },
  'slow-motion': {
    tag: 'SlowMotion',
    fields: () => slowMotionFields(readRecording().steps.length) as unknown as AnyFields,
  },
  'two-codes': { tag: 'TwoCodes', fields: () => twoCodesFields(codes) },
  guided: { tag: 'Guided', fields: () => sideBySideFields(guided) as unknown as AnyFields },
  styled: { tag: 'Styled', fields: () => sideBySideFields(styled) as unknown as AnyFields },
  mistakes: { tag: 'Mistakes', fields: () => mistakesFields as unknown as AnyFields },
  settings: {
    tag: 'SettingsChart',
    fields: () => settingsFields(settingRows(), 'glo-mnist-lord-sigma0') as unknown as AnyFields,
  },
  rebuilt: { tag: 'EncoderRows', fields: rowFields('reconstructions') },
  between: { tag: 'EncoderRows', fields: rowFields('interpolation') },
  drawn: { tag: 'EncoderRows', fields: rowFields('samples') },
  'turned-code': {
    tag: 'TurnedCode',
    fields: () =>
      turnedCodeFields({
        ...encoders,
        initial: { series: 'pca', k: 10 },
        firstComponents: '',
        firstPicture: '',
      }) as unknown as AnyFields,
  },
  plane: { tag: 'Plane', fields: () => planeFields as unknown as AnyFields },
  'by-code-size': { tag: 'BySize', fields: () => sweepFields(sizeFacts()) as unknown as AnyFields },
  'by-data-variance': {
    tag: 'ByVariance',
    fields: () => sweepFields(varianceFacts()) as unknown as AnyFields,
  },
  'one-axis': {
    tag: 'OneAxis',
    fields: () => axisFields(axisFacts('glo-mnist-lord-sigma0.3')) as unknown as AnyFields,
  },
  families: { tag: 'Families', fields: () => familiesFields as unknown as AnyFields },
  games: { tag: 'Games', fields: () => gamesFields(gamesFacts()) as unknown as AnyFields },
  looks: { tag: 'Looks', fields: () => looksFields(looksFacts()) as unknown as AnyFields },
  courses: { tag: 'Courses', fields: () => coursesFields as unknown as AnyFields },
  walk: { tag: 'Walk', fields: () => walkFields(walk) },
  directions: { tag: 'Directions', fields: (facts) => directionsFields(facts) },
  'class-space': { tag: 'ClassSpace', fields: (facts) => classSpaceFields(facts) },
  unseen: { tag: 'Unseen', fields: () => unseenFields(unseen) },
  draw: { tag: 'Draw', fields: () => drawFields(draw) },
  'engine-room': { tag: 'EngineRoom', fields: checkpointFields },
  train: { tag: 'Train', fields: () => trainFields({ mnist: undefined }) as unknown as AnyFields },
  'train-vae': {
    tag: 'TrainVae',
    fields: () => trainVaeFields({ mnist: undefined }) as unknown as AnyFields,
  },
  whitened: { tag: 'Whitened', fields: () => sideBySideFields(whitened) as unknown as AnyFields },
};

function epochsFieldsOfBuild() {
  const runs = readEpochRuns();
  return epochsFields({ runs, initial: { loss: 'l1+l2', sigma: 0.3 }, numEpochs: runs[0].l1.length });
}

/** From noise to what looks like a state: every key, with values that are nearly right. */
function hostileTexts(fields: AnyFields): fc.Arbitrary<string> {
  const keys = Object.entries(fields).map(([name, field]: [string, { key?: string }]) => field.key ?? name);
  const number = fc.oneof(fc.integer(), fc.double(), fc.constantFrom('-0', '1e9', '0x1', '٣', '999999999'));
  const value = fc.oneof(
    fc.string(),
    number,
    fc.array(number).map((numbers) => numbers.join('.')),
  );
  const part = fc.tuple(fc.oneof(fc.constantFrom(...keys, '__proto__'), fc.string()), value);
  return fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(part).map((parts) => parts.map(([key, given]) => `${key}:${String(given)}`).join(',')),
  );
}

describe.each(Object.entries(settable))('whatever an address says of %s', (_, setting) => {
  it('it has a state, which its own link gives again', () => {
    const fields = setting?.fields(figureFacts()) ?? ({} as AnyFields);
    fc.assert(
      fc.property(hostileTexts(fields), (text) => {
        const state = parseState(fields, text);
        expect(Object.keys(state)).toEqual(Object.keys(fields));
        const said = formatState(fields, state);
        expect(formatState(fields, parseState(fields, said))).toBe(said);
        expect(said).not.toMatch(/NaN|Infinity|undefined|null/);
      }),
    );
  });
});

/** By links of the text, and by exercises once their answer is known. */
const stateLinks = ({ slug }: Page): string[] => [
  ...linksOf(pageOf(slug)).filter((href) => href.startsWith('#fig-')),
  ...attributes(pageOf(slug), 'Guess', 'id').map((id) => {
    const { name, state } = guessOf(id as GuessId);
    return `#fig-${name}=${state}`;
  }),
];

/** What is wrong with one figure's entry in a link; empty when nothing is. */
function problemsOf(page: Page, figure: string, text: string): string[] {
  const known = settable[figure];
  if (!known) return [`there is no figure ${figure}`];
  if (!new RegExp(`<${known.tag}\\b`).test(page.source)) return [`<${known.tag}> is not on the page`];
  const fields = known.fields(figureFacts());
  return text.split(',').flatMap((part) => {
    const [name = '', value = ''] = part.split(':');
    const field = Object.entries(fields).find(([own, { key = own }]) => key === name)?.[1];
    if (!field) return [`${figure} has no ${name}`];
    const parsed: unknown = field.parse(value);
    // A value that reads back as another has fallen back to its default, in a list for example.
    const understood = parsed !== undefined && field.format(parsed as never) === value;
    return understood ? [] : [`${name} cannot be ${value}`];
  });
}

describe.each(pages)('On $path', (page) => {
  it('links set a state that a figure of the page has', () => {
    for (const href of stateLinks(page)) {
      const entries = parsePageHash(href);
      expect(entries.size, href).toBeGreaterThan(0);
      for (const [figure, text] of entries) expect(problemsOf(page, figure, text), href).toEqual([]);
    }
  });

  it('links lead to a page and an anchor that there are, or to another site by https', () => {
    for (const href of linksOf(page).filter((each) => !each.startsWith('#fig-'))) {
      if (/^\w+:/.test(href)) {
        expect(href).toMatch(/^https:/);
        continue;
      }
      const [path, anchor = ''] = href.split('#');
      expect(path, `${href}: a path starts and ends with a slash`).toMatch(/^(?:\/(?:[a-z-]+\/)*)?$/);
      // Pages made of figures of the others.
      if (existsSync(`src/pages/${path.replaceAll('/', '')}.astro`)) continue;
      const target = path === '' ? page : pageOf(path.replaceAll('/', ''));
      if (anchor !== '') expect(anchorsOf(target), href).toContain(anchor);
    }
  });

  it('the figures are those of figures.ts, in order', () => {
    const ids = figures.filter((figure) => figure.page === page.slug).map(({ id }) => id);
    expect(attributes(page, 'Figure', 'id')).toEqual(ids);
  });

  it('the references are the works cited, each once', () => {
    const cited = [...new Set(attributes(page, 'Cite', 'id'))];
    for (const id of cited) expect(Object.keys(references)).toContain(id);
    const listed = attributes(page, 'References', 'ids').flatMap((list) => list.match(/\w+/g) ?? []);
    expect(listed.toSorted()).toEqual(cited.toSorted());
  });

  it('the quoted sources are there, and have the regions', () => {
    for (const [tag] of page.source.matchAll(/<SourceQuote\b[^>]*>/g)) {
      const { path = '', region } = Object.fromEntries(
        Array.from(tag.matchAll(/(\w+)="([^"]*)"/g), ([, name, value]) => [name, value]),
      ) as Partial<Record<string, string>>;
      const source = readFileSync(path, 'utf8');
      const { code } = region === undefined ? wholeFile(source) : cutRegion(source, region, path);
      expect(code).not.toBe('');
    }
  });

  it('the measurements that are printed were made', () => {
    const names = attributes(page, 'Measured', 'metric');
    attributes(page, 'Measured', 'setting').forEach((setting, i) => {
      expect(Object.keys(metricNames)).toContain(names[i]);
      expect(readSpread({ setting, metric: names[i] as MetricName }).mean).toBeTypeOf('number');
    });
    for (const reference of attributes(page, 'Measured', 'reference')) {
      expect(Object.keys(referenceNames)).toContain(reference);
      expect(readSpread({ reference: reference as ReferenceName }).mean).toBeTypeOf('number');
    }
  });
});

describe('A link that sets a figure', () => {
  const page: Page = { slug: '', path: 'a page', source: '<TransferGrid hero />' };

  it('is told what is wrong with it', () => {
    expect(problemsOf(page, 'transfer', 'recipe:lord,sigma:0.3,cell:74')).toEqual([]);
    expect(problemsOf(page, 'transfer', 'recipe:lard')).toEqual(['recipe cannot be lard']);
    expect(problemsOf(page, 'transfer', 'sigma:0.4')).toEqual(['sigma cannot be 0.4']);
    expect(problemsOf(page, 'transfer', 'picks:1.2')).toEqual(['picks cannot be 1.2']);
    expect(problemsOf(page, 'transfer', 'temperature:1')).toEqual(['transfer has no temperature']);
    expect(problemsOf(page, 'samples', 'seed:1')).toEqual(['<Samples> is not on the page']);
    expect(problemsOf(page, 'grid', 'seed:1')).toEqual(['there is no figure grid']);
  });
});
