/**
 * Where a page's checkpoints are: on the site, below its own address; for a page of somebody else, where that says (src/library).
 * A worker is told with its first message.
 */

/** `BASE_URL` may or may not end in a slash. */
const ofSite = `${import.meta.env.BASE_URL.replace(/\/$/, '')}/models/`;
let chosen: string | undefined;

/** Folder of all checkpoints, ending in a slash. */
export const modelsUrl = (): string => chosen ?? ofSite;

/**
 * For all figures of this page, before the first of them: they share an engine.
 * @param url ends in a slash.
 * @throws Error when the page has chosen another place.
 */
export function takeModelsFrom(url: string): void {
  if (chosen !== undefined && chosen !== url) {
    throw new Error(
      `The figures of a page share one engine, and draw from one place: ${chosen}. Another asks for ${url}. Give all the same.`,
    );
  }
  chosen = url;
}
