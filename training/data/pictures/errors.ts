/** What is wrong with a folder of pictures, all of it in one error, so that a person mends it once. */
const mostListed = 10;

export class PicturesError extends Error {
  override readonly name = 'PicturesError';
  /** `problems`: a line each, which begins with the file or subfolder. */
  constructor(folder: string, problems: readonly string[]) {
    super(`${folder} cannot be learned as it is:\n${listed(problems, '\n').replace(/^/gm, '  ')}`);
  }
}

/** The first ten, and how many more there are. */
export function listed(items: readonly string[], separator: string): string {
  const more = items.length - mostListed;
  const shown = items.slice(0, mostListed);
  return (more > 0 ? [...shown, `and ${more} more`] : shown).join(separator);
}
