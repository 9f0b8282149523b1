/** Every setting that was measured, as the pages of runs need it. Read while the site is built. */
import { settingLeaves, type SettingLeaf } from '../../../contract/setting-leaves.ts';
import { readAllMetrics, type AnySetting } from '../../build/metrics.ts';

/** What tells a setting apart: its family, data, model and training; without what was measured. */
export function leavesOf(setting: AnySetting): readonly SettingLeaf[] {
  const { family, group, dataset, model, training } = setting;
  const source = 'source' in setting ? { source: setting.source } : {};
  return settingLeaves({ family, group, dataset, model, training, ...source });
}

export interface Neighbour {
  readonly setting: AnySetting;
  /** In what it differs. */
  readonly path: string;
  readonly value: string;
}

/** The settings that differ from one in a single value, but for the name of the group that they were trained with. */
export function neighboursOf(setting: AnySetting): readonly Neighbour[] {
  const own = new Map(leavesOf(setting));
  return readAllMetrics().settings.flatMap((other) => {
    const leaves = leavesOf(other).filter(([path]) => path !== 'group');
    if (other.id === setting.id || leaves.length !== own.size - 1) return [];
    const differing = leaves.filter(([path, value]) => own.get(path) !== value);
    return differing.length === 1 ? [{ setting: other, path: differing[0][0], value: differing[0][1] }] : [];
  });
}

/** Address of a setting's page. */
export const runAddress = (id: string): string => `runs/${id}/`;
