/** What the line under a figure can say, and its words. */
export type FigureStatusValue =
  /** A picture made at training time. */
  | { readonly kind: 'preview' }
  | { readonly kind: 'loading'; readonly loadedBytes: number; readonly totalBytes: number }
  | { readonly kind: 'ready'; readonly text: string }
  | {
      readonly kind: 'error';
      /** One line: what is wrong, and what the picture is meanwhile. */
      readonly title: string;
      /** What to do. */
      readonly details: string;
    };

export function statusText(status: FigureStatusValue): string {
  switch (status.kind) {
    case 'preview':
      return 'Pictures made at training time.';
    case 'loading': {
      const percent = Math.floor((100 * status.loadedBytes) / Math.max(status.totalBytes, 1));
      return `Loading the model: ${kilobytes(status.loadedBytes)} of ${kilobytes(status.totalBytes)} kB, ${percent} %`;
    }
    case 'ready':
      return status.text;
    case 'error':
      return status.title;
  }
}

const kilobytes = (bytes: number): number => Math.round(bytes / 1000);
