/** Which rows a search leaves, and in which order they stand. Pure. */

/** Whether a text holds every word of what was typed, in any order. */
export const hasAllWords = (text: string, asked: string): boolean =>
  asked
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));

/** Places of the values in order; what has no value comes last either way. */
export function sortedOrder(
  values: readonly (number | string | undefined)[],
  descending: boolean,
): readonly number[] {
  const sign = descending ? -1 : 1;
  return Array.from(values.keys()).sort((i, j) => {
    const [a, b] = [values[i], values[j]];
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined) || i - j;
    return (a < b ? -sign : a > b ? sign : 0) || i - j;
  });
}
