/**
 * The URL hash that all figures of a page share: `#fig-transfer=…&fig-samples=…`, one entry a figure. A plain anchor such as
 * `#the-objective` is no entry and is left to the browser.
 */
export type HashEntries = ReadonlyMap<string, string>;

const prefix = 'fig-';

/** From a figure's name to the text of its state. */
export function parsePageHash(hash: string): HashEntries {
  const entries = new Map<string, string>();
  for (const part of unescapeHash(hash.replace(/^#/, '')).split('&')) {
    const match = new RegExp(`^${prefix}([a-z-]+)=(.*)$`).exec(part);
    if (match) entries.set(match[1], match[2]);
  }
  return entries;
}

export const formatPageHash = (entries: HashEntries): string =>
  entries.size === 0 ? '' : `#${Array.from(entries, ([name, text]) => `${prefix}${name}=${text}`).join('&')}`;

/** Mail and chat programs escape colons and commas in links; a broken escape is read as it stands. */
function unescapeHash(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}
