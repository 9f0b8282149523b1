/** The changes in CHANGELOG.md, one a point of its lists, for the feed. Pure. */

export interface Change {
  /** Of which release: its number, or "Unreleased". */
  readonly release: string;
  /** What it is about: the line over its list, such as "Chapters"; or the kind of change, such as "Fixed". */
  readonly about: string;
  /** In plain words, on one line. */
  readonly text: string;
}

/** Without emphasis, code and links. */
const plain = (markdown: string): string =>
  markdown
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/(?<!\w)_([^_]+)_(?!\w)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();

export function changesOf(changelog: string): Change[] {
  const changes: Change[] = [];
  let [release, about] = ['', ''];
  for (const block of changelog.split(/\n(?=#|- |\n)/)) {
    const text = block.trim();
    const heading = /^(##|###) \[?([^\]\n]+)/.exec(text);
    if (heading?.[1] === '##') release = heading[2];
    else if (heading) about = heading[2];
    else if (text.startsWith('- ')) changes.push({ release, about, text: plain(text.slice(2)) });
    else if (release !== '' && text !== '') about = text;
  }
  return changes;
}
