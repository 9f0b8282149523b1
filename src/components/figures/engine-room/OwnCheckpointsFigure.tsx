/** The reader's own checkpoints: taken in, listed, chosen for the figures, removed. */
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { GivenFile } from '../../../engine/dropped/read-dropped.ts';
import type { OwnCheckpoint } from '../../../engine/own-checkpoints.ts';
import {
  chooseOwnModel,
  getOwnModels,
  noOwnModels,
  subscribeToOwnModels,
} from '../../../engine/own-models.ts';
import { useIsland } from '../shell/hooks/use-island.ts';
import { Island } from '../shell/Island.tsx';
import { DropZone } from './DropZone.tsx';
import { OwnCheckpointRow } from './OwnCheckpointRow.tsx';

/** What reads and keeps files loads when there are some. */
const loadStore = () => import('../../../engine/own-checkpoints.ts');

interface News {
  readonly kind: 'busy' | 'done' | 'refused';
  readonly text: string;
}

const noFields = {};
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** @param numImages that the figures pick from. */
export function OwnCheckpointsFigure({ numImages }: { readonly numImages: number }) {
  const island = useIsland('own-checkpoints', noFields);
  const { enabled, inView } = island;
  const [checkpoints, setCheckpoints] = useState<readonly OwnCheckpoint[]>();
  const [news, setNews] = useState<News>();
  const { chosen } = useSyncExternalStore(subscribeToOwnModels, getOwnModels, () => noOwnModels);

  const list = useCallback(async () => {
    try {
      setCheckpoints(await (await loadStore()).listOwnCheckpoints());
    } catch (error) {
      setNews({ kind: 'refused', text: messageOf(error) });
    }
  }, []);
  useEffect(() => {
    if (!inView) return;
    // What another figure or another tab has kept meanwhile is among them.
    const timer = setTimeout(() => void list());
    return () => clearTimeout(timer);
  }, [inView, list]);

  const take = async (given: readonly GivenFile[] | Promise<readonly GivenFile[]>): Promise<void> => {
    setNews({ kind: 'busy', text: 'Reading and checking the files.' });
    try {
      const { takeFiles } = await import('./take-files.ts');
      setNews({ kind: 'done', text: await takeFiles(await given) });
    } catch (error) {
      setNews({ kind: 'refused', text: messageOf(error) });
    }
    await list();
  };
  const remove = async (name: string): Promise<void> => {
    try {
      await (await loadStore()).removeOwnCheckpoint(name);
      setNews({ kind: 'done', text: `${name} is removed from this browser.` });
    } catch (error) {
      setNews({ kind: 'refused', text: messageOf(error) });
    }
    await list();
  };

  return (
    <Island
      island={island}
      label="Your own checkpoints"
      state={news?.kind === 'busy' ? 'loading' : 'ready'}
      foot={null}
    >
      <DropZone disabled={!enabled || news?.kind === 'busy'} onFiles={(given) => void take(given)} />
      <p className="own-news" role="status" data-kind={news?.kind}>
        {news?.text ?? ''}
      </p>
      {checkpoints && checkpoints.length > 0 ? (
        <ul className="own-checkpoints">
          {checkpoints.map((checkpoint) => (
            <OwnCheckpointRow
              key={checkpoint.name}
              checkpoint={checkpoint}
              numImages={numImages}
              isChosen={chosen?.name === checkpoint.name}
              onChoose={(is) => chooseOwnModel(is ? checkpoint.name : undefined)}
              onRemove={() => void remove(checkpoint.name)}
            />
          ))}
        </ul>
      ) : (
        <p className="remark">None is kept in this browser.</p>
      )}
    </Island>
  );
}
