/** The line above a figure that says what it shows and what goes wrong. Its place is reserved, so nothing moves when it changes. */
import { boundText } from '../layout/bound-text.ts';
import { bytesText, statusText, type FigureStatusValue } from './figure-status.ts';
import { WhatToDo } from './WhatToDo.tsx';

interface FigureStatusProps {
  readonly status: FigureStatusValue;
  readonly onRetry: () => void;
}

export const FigureStatus = ({ status, onRetry }: FigureStatusProps) => (
  <div className="figure-status" data-status={status.kind}>
    {status.kind === 'loading' && (
      <progress aria-label="Bytes loaded" value={status.loadedBytes} max={Math.max(status.totalBytes, 1)} />
    )}
    <div role="status">
      <p>
        <span>{boundText(statusText(status))}</span>
        {status.kind === 'loading' && <span aria-hidden="true">{bytesText(status)}</span>}
      </p>
      {status.kind === 'error' && <p className="meanwhile">{boundText(status.meanwhile)}</p>}
    </div>
    {status.kind === 'preview' && <noscript>With JavaScript, the models draw here.</noscript>}
    {status.kind === 'error' && <WhatToDo advice={status.details} onRetry={onRetry} />}
  </div>
);
