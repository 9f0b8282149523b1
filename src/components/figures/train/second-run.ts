/** A second run beside the first: the same seed and images, and one setting otherwise. Pure. */
import type { Frame, TrainingSettings } from '../../../engine/trainer-protocol.ts';
import type { Field, Fields } from '../shell/state/fields.ts';
import { nextSeed } from '../shell/state/seeds.ts';
import { menus, type MenuName } from './setting-menus.ts';

export type DifferingName = MenuName | 'seed';
export const differingNames = [...(Object.keys(menus) as MenuName[]), 'seed'] as const;

/** The one setting that differs, with its value in the second run. */
export type Otherwise = Partial<Pick<TrainingSettings, DifferingName>>;

export const nameIn = (other: Otherwise): DifferingName =>
  differingNames.find((name) => other[name] !== undefined) ?? 'contentNoiseStd';

/** A value that the first run does not have. */
export const otherwise = (settings: TrainingSettings, name: DifferingName): Otherwise =>
  name === 'seed'
    ? { seed: nextSeed(settings.seed) }
    : { [name]: menus[name].values.find((value) => value !== settings[name]) };

/** In an address: "sigma=0.5", and "no" for one run alone. */
export const otherField = (
  fields: Fields<Pick<TrainingSettings, DifferingName>>,
): Field<Otherwise | undefined> => ({
  initial: undefined,
  key: 'second',
  parse(text) {
    const [key, value = ''] = text.split('=');
    const name = differingNames.find((each) => (fields[each].key ?? each) === key);
    if (!name) return undefined;
    const parsed = fields[name].parse(value);
    return parsed === undefined ? undefined : { [name]: parsed };
  },
  format(other) {
    if (!other) return 'no';
    const name = nameIn(other);
    const { key = name } = fields[name];
    return `${key}=${String(other[name])}`;
  },
});

export const labelOf = (name: DifferingName): string => (name === 'seed' ? 'Seed' : menus[name].label);

export const runNames = ['First run', 'Second run'] as const;

/** What each run is called: by what tells it from the other, as it is at that frame. */
export function runTitles(
  settings: readonly TrainingSettings[],
  frames: readonly Pick<Frame, 'contentNoiseStd' | 'rateFactor'>[],
): readonly string[] {
  const [first, second] = settings.map((each, i) => ({
    ...each,
    contentNoiseStd: frames[i].contentNoiseStd,
    rateFactor: frames[i].rateFactor,
  }));
  const name = differingNames.find((each) => first[each] !== second[each]);
  return [first, second].map((run, i) => (name ? `${runNames[i]}: ${settingText(run, name)}` : runNames[i]));
}

function settingText(settings: TrainingSettings, name: DifferingName): string {
  if (name === 'seed') return `seed ${settings.seed}`;
  if (name === 'contentNoiseStd') return `σ\u00a0${settings.contentNoiseStd}`;
  return `${menus[name].label.toLowerCase()} ${menuText(name, settings[name])}`;
}

const menuText = <Name extends MenuName>(name: Name, value: TrainingSettings[Name]): string =>
  menus[name].text(value);

/** σ of each run after the reader chose: the second follows the first, but where σ is what tells them apart. */
export const noiseOfRuns = (
  started: readonly TrainingSettings[],
  now: readonly Pick<Frame, 'contentNoiseStd'>[],
  chosen: Pick<TrainingSettings, 'contentNoiseStd'> & { readonly other: Otherwise | undefined },
): readonly number[] =>
  now.map((frame, run) =>
    started[run].contentNoiseStd === started[0].contentNoiseStd
      ? chosen.contentNoiseStd
      : (chosen.other?.contentNoiseStd ?? frame.contentNoiseStd),
  );
