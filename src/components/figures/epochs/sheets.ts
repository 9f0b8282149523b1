/** Loads a picture with its bytes counted, once a page; what goes wrong is told with what to do. Not here: when. */
export interface SheetProgress {
  readonly loadedBytes: number;
  readonly totalBytes: number;
}

export class SheetError extends Error {
  override readonly name = 'SheetError';
  /** What is wrong, in a few words. */
  readonly title: string;

  constructor(title: string, message: string) {
    super(message);
    this.title = title;
  }
}

interface SheetOptions {
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: SheetProgress) => void;
}

/** Object URLs of the sheets that have arrived. They live as long as the page, which has a dozen at most. */
const arrived = new Map<string, string>();

/** @returns a URL of the whole, decodable picture. @throws SheetError when it is missing, cut off or no picture. */
export async function loadSheet(source: string, totalBytes: number, options: SheetOptions): Promise<string> {
  const known = arrived.get(source);
  if (known !== undefined) return known;
  const blob = await download(source, totalBytes, options);
  const url = URL.createObjectURL(blob);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
  } catch {
    URL.revokeObjectURL(url);
    throw new SheetError(
      'This picture is damaged.',
      `${source} is no picture: ${blob.size} bytes came, ${totalBytes} were expected. Reload the page; if that does not help, train the run again.`,
    );
  }
  arrived.set(source, url);
  return url;
}

async function download(
  source: string,
  totalBytes: number,
  { signal, onProgress }: SheetOptions,
): Promise<Blob> {
  const response = await fetch(source, { signal }).catch((error: unknown) => {
    throw unreachable(source, error);
  });
  if (!response.ok || !response.body) {
    throw new SheetError(
      'The pictures of this run are missing.',
      `${source} answered ${response.status}. Choose another run, or make it with npm run train:all.`,
    );
  }
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let loadedBytes = 0;
  const reader = response.body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      loadedBytes += value.length;
      onProgress?.({ loadedBytes, totalBytes: Math.max(totalBytes, loadedBytes) });
    }
  } catch (error) {
    throw unreachable(source, error);
  }
  return new Blob(chunks, { type: 'image/png' });
}

const unreachable = (source: string, error: unknown): SheetError =>
  new SheetError(
    'The download failed.',
    `Could not load ${source}: ${error instanceof Error ? error.message : String(error)}. Check the connection and try again.`,
  );
