/**
 * The picture made at training time that stands in for a live one: of the chosen checkpoint, or where its file is missing, of
 * the nearest checkpoint that has it, so that a figure is never blank. The first is in the HTML.
 */
import { useEffect, useState } from 'react';
import { byDistance, type CheckpointChoice, type FigureFacts } from '../state/checkpoints.ts';

export interface Preview {
  readonly choice: CheckpointChoice;
  readonly url: string;
}

export function usePreview(
  { checkpoints, modelsUrl, previewFile }: FigureFacts,
  choice: CheckpointChoice,
): Preview {
  const [shown, setShown] = useState(choice);
  useEffect(() => {
    const leave = new AbortController();
    const urls = byDistance(checkpoints, choice).map((candidate) => ({
      candidate,
      url: `${modelsUrl}${candidate.id}/${previewFile}`,
    }));
    void firstToArrive(urls).then((found) => {
      if (found && !leave.signal.aborted) setShown(found.candidate);
    });
    return () => leave.abort();
  }, [checkpoints, modelsUrl, previewFile, choice]);
  return { choice: shown, url: `${modelsUrl}${shown.id}/${previewFile}` };
}

async function firstToArrive<T extends { readonly url: string }>(
  pictures: readonly T[],
): Promise<T | undefined> {
  for (const picture of pictures) if (await arrives(picture.url)) return picture;
  return undefined;
}

const arrives = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    const image = new Image();
    image.onload = () => resolve(true);
    image.onerror = () => resolve(false);
    image.src = url;
  });
