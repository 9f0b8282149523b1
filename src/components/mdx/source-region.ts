/**
 * Cuts a named region out of a source text, or takes all of it. A region starts at a line `// #region name` and ends at the next line
 * `// #endregion`; regions do not nest. Not here: reading the file, and colouring it (SourceQuote.astro).
 */
interface SourceRegion {
  /** Without the markers, and without the indentation that all its lines share. */
  readonly code: string;
  /** Line numbers in the file, from 1, inclusive. */
  readonly firstLine: number;
  readonly lastLine: number;
}

const startOf = (line: string): string | undefined => /^\s*\/\/ #region (.+?)\s*$/.exec(line)?.[1];
const isEnd = (line: string): boolean => /^\s*\/\/ #endregion\b/.test(line);

/** @throws Error naming the file, the region, and the regions there are. */
export function cutRegion(source: string, region: string, path: string): SourceRegion {
  const lines = source.split('\n');
  const start = lines.findIndex((line) => startOf(line) === region);
  if (start < 0) {
    const known = lines.map(startOf).filter((name) => name !== undefined);
    throw new Error(
      `${path} has no "// #region ${region}"; its regions: ${known.join(', ') || 'none'}. Mark the lines to quote.`,
    );
  }
  const length = lines.slice(start + 1).findIndex(isEnd);
  if (length <= 0) {
    throw new Error(
      `${path}: "// #region ${region}" ${length === 0 ? 'is empty' : 'has no "// #endregion" after it'}.`,
    );
  }
  const quoted = lines.slice(start + 1, start + 1 + length);
  const indents = quoted.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const indent = Math.min(...indents);
  return {
    code: quoted.map((line) => line.slice(indent)).join('\n'),
    firstLine: start + 2,
    lastLine: start + 1 + length,
  };
}

/** All lines of a source, without the line ends after the last. */
export function wholeFile(source: string): SourceRegion {
  const code = source.trimEnd();
  return { code, firstLine: 1, lastLine: code.split('\n').length };
}
