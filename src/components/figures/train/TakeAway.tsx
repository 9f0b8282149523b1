/** What becomes of a run: a checkpoint as a zip for the trainer's command line and any ONNX runtime, or one of the reader's own here. */
import { useState } from 'react';
import { Segmented } from '../../controls/Segmented.tsx';
import { saveFile } from '../shell/save-file.ts';
import type { GloRunStore } from './glo-run.ts';
import { runNames } from './second-run.ts';
import { changesText } from './state.ts';

interface TakeAwayProps {
  readonly run: GloRunStore;
  readonly numRuns: number;
  readonly codeVersion: string;
  readonly disabled: boolean;
}

export function TakeAway({ run, numRuns, codeVersion, disabled }: TakeAwayProps) {
  const [said, setSaid] = useState('');
  const [chosen, setChosen] = useState(0);
  const which = Math.min(chosen, numRuns - 1);

  const take = async (as: 'zip' | 'own'): Promise<void> => {
    try {
      const { name, zip, changes } = await run.exportRun({ run: which, as, codeVersion });
      if (zip) saveFile(`${name}.zip`, new Blob([zip], { type: 'application/zip' }));
      const where = zip
        ? `Saved as ${name}.zip, ${Math.round(zip.length / 1000)} kB.`
        : `Kept in this browser as ${name}.`;
      setSaid(`${where}${changesText(changes)}`);
    } catch (error) {
      setSaid(error instanceof Error ? error.message : String(error));
    }
  };

  return (
    <span className="train-take">
      {numRuns > 1 && (
        <Segmented
          legend="Take along"
          options={runNames.map((text, value) => ({ value, text }))}
          value={which}
          onChange={setChosen}
        />
      )}
      <button type="button" className="button" disabled={disabled} onClick={() => void take('zip')}>
        Download the checkpoint
      </button>
      <button type="button" className="button" disabled={disabled} onClick={() => void take('own')}>
        Use it in the figures
      </button>
      <span role="status" className="remark">
        {said}
      </span>
    </span>
  );
}
