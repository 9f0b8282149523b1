/** What the line above a figure can say, and its words. */
export type FigureStatusValue =
  /** A picture from before there was a model in the page. */
  | { readonly kind: 'preview'; readonly text: string }
  | {
      readonly kind: 'loading';
      /** In place of "Loading the model". */
      readonly what?: string;
      readonly loadedBytes: number;
      readonly totalBytes: number;
    }
  | { readonly kind: 'ready'; readonly text: string }
  | {
      readonly kind: 'error';
      /** What is wrong, in a few words. */
      readonly title: string;
      /** What the picture is. */
      readonly meanwhile: string;
      /** What to do. */
      readonly details: string;
    };

export function statusText(status: FigureStatusValue): string {
  switch (status.kind) {
    case 'loading':
      return status.what ?? 'Loading the model';
    case 'preview':
    case 'ready':
      return status.text;
    case 'error':
      return status.title;
  }
}

/** Where there is no room for bytes. */
export const percentText = ({
  loadedBytes,
  totalBytes,
}: {
  loadedBytes: number;
  totalBytes: number;
}): string => `, ${Math.floor((100 * loadedBytes) / Math.max(totalBytes, 1))} %`;

/** After what is loading; by itself because it changes too often to be read aloud. */
export function bytesText({ loadedBytes, totalBytes }: { loadedBytes: number; totalBytes: number }): string {
  const percent = Math.floor((100 * loadedBytes) / Math.max(totalBytes, 1));
  return `: ${kilobytes(loadedBytes)} of ${kilobytes(totalBytes)} kB, ${percent} %`;
}

const kilobytes = (bytes: number): number => Math.round(bytes / 1000);
