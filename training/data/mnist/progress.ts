/** What a download says while it runs: a bar on a terminal, a line for each quarter elsewhere (logs, pipes). */
export interface Progress {
  /** Something worth a line. */
  line(text: string): void;
  /** Bytes of a file so far; the total where the server told it. */
  bytes(fileName: string, receivedBytes: number, totalBytes: number | undefined): void;
}

interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const barWidth = 30;
const startOfLine = '\r\x1b[K';

export const createProgress = (output: Output): Progress =>
  output.isTTY === true ? createBar(output) : createPlainLines(output);

function createBar(output: Output): Progress {
  return {
    line: (text) => output.write(`${startOfLine}${text}\n`),
    bytes(fileName, receivedBytes, totalBytes) {
      const received = megabytes(receivedBytes);
      if (totalBytes === undefined) {
        output.write(`${startOfLine}${fileName} ${received} MB`);
        return;
      }
      const share = Math.min(1, receivedBytes / totalBytes);
      const bar = '█'.repeat(Math.round(share * barWidth)).padEnd(barWidth, '░');
      const percent = `${Math.floor(share * 100)} %`.padStart(5);
      output.write(`${startOfLine}${bar} ${percent}  ${fileName} ${received} of ${megabytes(totalBytes)} MB`);
    },
  };
}

function createPlainLines(output: Output): Progress {
  let lastLine = '';
  return {
    line: (text) => output.write(`${text}\n`),
    bytes(fileName, receivedBytes, totalBytes) {
      if (totalBytes === undefined) return;
      const quarter = Math.floor((4 * receivedBytes) / totalBytes);
      const line = `  ${fileName} ${quarter * 25} % of ${megabytes(totalBytes)} MB\n`;
      if (quarter === 0 || line === lastLine) return;
      lastLine = line;
      output.write(line);
    },
  };
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
