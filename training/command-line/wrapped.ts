/** A list of words for a help text, with commas, wrapped and indented. */

interface Layout {
  /** Columns before a line that is not the first. */
  readonly indent: number;
  /** Columns of the text before the first word, beyond the indent. */
  readonly first?: number;
  readonly width: number;
}

export function wrapped(words: readonly string[], { indent, first = 0, width }: Layout): string {
  const lines: string[] = [];
  let line = '';
  words.forEach((word, i) => {
    const item = i === words.length - 1 ? word : `${word},`;
    const used = indent + (lines.length === 0 ? first : 0) + line.length;
    if (line !== '' && used + 1 + item.length > width) {
      lines.push(line);
      line = item;
    } else line = line === '' ? item : `${line} ${item}`;
  });
  return [...lines, line].join(`\n${' '.repeat(indent)}`);
}
