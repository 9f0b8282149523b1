/** The settings of a run as a flat list: what a reader compares, whatever the family. */

/** A path such as `training.contentNoiseStd`, and its value as JSON. */
export type SettingLeaf = readonly [path: string, value: string];

/** The numbers and words of a nested object; lists stay whole. */
export function settingLeaves(value: unknown, path = ''): readonly SettingLeaf[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [[path, JSON.stringify(value)]];
  }
  return Object.entries(value).flatMap(([key, inner]) =>
    settingLeaves(inner, path === '' ? key : `${path}.${key}`),
  );
}
