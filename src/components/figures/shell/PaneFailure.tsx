/** Below the picture of a pane whose model did not come: what is wrong, and what to do. */
import type { EngineError } from '../../../engine/api.ts';
import { WhatToDo } from '../../controls/WhatToDo.tsx';
import { errorTitles } from './state/status.ts';

interface PaneFailureProps {
  readonly error: EngineError;
  readonly onRetry: () => void;
}

export const PaneFailure = ({ error, onRetry }: PaneFailureProps) => (
  <div className="pane-failure">
    <p role="status">{errorTitles[error.code]}</p>
    <WhatToDo advice={error.message} onRetry={onRetry} />
  </div>
);
