/** Command lines in, checked options out: a wrong flag or id gets an error with the nearest valid ones. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import leven from 'leven';
import { findRecipes, recipes } from './recipes/registry.ts';
import type { Recipe } from './recipes/recipe.ts';

/** Wrong usage: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

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

/** The recipes that ids and globs name, each once. @throws UsageError naming the nearest ids when one names none. */
export function selectRecipes(patterns: readonly string[]): readonly Recipe[] {
  const selected = patterns.flatMap((pattern) => {
    const found = findRecipes(pattern);
    if (found.length > 0) return found;
    const ids = recipes.map(({ id }) => id);
    throw new UsageError(
      `No recipe is called ${pattern}. ${didYouMean(pattern, ids)} npm run train -- --list shows all.`,
    );
  });
  return [...new Set(selected)];
}

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
