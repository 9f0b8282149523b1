/** Command lines in, checked options out: a wrong flag or id gets an error with the nearest valid ones. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { relative, resolve } from 'node:path';
import leven from 'leven';
import { modelsFolder } from '../../src/contract/ids.ts';
import type { MeasuredRecipe, Recipe } from '../recipes/recipe.ts';
import { findRecipes, supportNetworks, matchesId, recipes } from '../methods/registry.ts';
import { UsageError } from '../errors/usage-error.ts';

/** `parseArgs`, with unknown flags answered by the nearest known ones. @throws UsageError */
export function parseOptions<const Config extends ParseArgsConfig>(config: Config) {
  try {
    return parseArgs(config);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const unknown = /^Unknown option '-{0,2}([^']*)'/.exec(message)?.[1];
    if (unknown === undefined) throw new UsageError(message);
    const known = Object.keys(config.options ?? {});
    throw new UsageError(
      `There is no option --${unknown}. ${didYouMean(unknown, known, (name) => `--${name}`)}`,
    );
  }
}

interface Selection {
  readonly recipes: readonly MeasuredRecipe[];
  /** Judges and auxiliary classifiers among what was named. */
  readonly named: readonly Recipe[];
}

/** The recipes that ids and globs name, each once. @throws UsageError naming the nearest ids when one names none. */
export function selectRecipes(patterns: readonly string[]): Selection {
  const named = new Set<Recipe>();
  const selected = patterns.flatMap((pattern) => {
    const matching = supportNetworks.filter(({ id }) => matchesId(id, pattern));
    for (const network of matching) named.add(network);
    const found = findRecipes(pattern);
    if (found.length + matching.length > 0) return found;
    const ids = [...recipes, ...supportNetworks].map(({ id }) => id);
    throw new UsageError(
      `No recipe is called ${pattern}. ${didYouMean(pattern, ids)} npm run train -- --list shows all.`,
    );
  });
  return { recipes: [...new Set(selected)], named: [...named] };
}

/** `i/n` → whether the run of an index in the registry is in the i-th of n parts; all are without a shard. @throws UsageError */
export function parseShard(text: string | undefined): (index: number) => boolean {
  if (text === undefined) return () => true;
  const [part, parts] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).slice(1).map(Number);
  if (!(part >= 1 && part <= parts)) {
    throw new UsageError(
      `--shard takes i/n with i from 1 to n, for example 1/4, not ${JSON.stringify(text)}.`,
    );
  }
  return (index) => index % parts === part - 1;
}

/** A folder of the command line. The models folder has one name however it is spelled, because what is not shipped goes beside it. */
export const outFolder = (text: string): string =>
  relative(resolve(modelsFolder), resolve(text)) === '' ? modelsFolder : text;

/** @throws UsageError */
export function wholeNumber(text: string | undefined, option: string): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1) return value;
  throw new UsageError(`--${option} takes a whole number from 1 on, not ${JSON.stringify(text)}.`);
}

/** @throws UsageError */
export function oneOf<const Name extends string>(
  text: string | undefined,
  names: readonly Name[],
  option: string,
): Name | undefined {
  if (text === undefined) return undefined;
  const found = names.find((name) => name === text);
  if (found) return found;
  throw new UsageError(`--${option} takes ${names.join(' or ')}, not ${JSON.stringify(text)}.`);
}

/** The nearest known words, as a question. */
export function didYouMean(word: string, known: readonly string[], show = (name: string) => name): string {
  if (known.length === 0) return '';
  const nearest = [...known].sort((a, b) => leven(word, a) - leven(word, b)).slice(0, 3);
  return `Did you mean ${nearest.map(show).join(', ')}?`;
}
