/** Links inside the site. Every one goes through here, because the site may live under a base path such as `/repo/`. */

/** `withBase('swaps/')` is `/repo/swaps/` under the base `/repo`, and `/swaps/` without one. */
export const withBase = (path: string, base: string = import.meta.env.BASE_URL): string =>
  `${base.replace(/\/$/, '')}/${path.replace(/^\//, '')}`;

/** Where the home page says how to have the source, the data and the models. */
export const sourceAddress = '#source-data-and-models';

/** A line of a file, where `repository` shows it as it is now. `path`: from its root. */
export const sourceLine = (repository: string, path: string, line: number): string =>
  `${repository.replace(/\/$/, '')}/blob/HEAD/${path}#L${line}`;
