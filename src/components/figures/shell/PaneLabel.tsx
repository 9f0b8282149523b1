/** The name of a pane, and how it is with its model: not loaded, loading and how far, or what there is to say otherwise. */
import type { LoadProgress } from '../../../engine/api.ts';
import { percentText } from '../../controls/figure-status.ts';

interface PaneLabelProps {
  readonly text: string;
  readonly error: Error | undefined;
  readonly progress: LoadProgress | undefined;
  readonly notLoaded?: string;
  readonly loading?: string;
  readonly remark?: string | undefined;
}

export const PaneLabel = ({
  text,
  error,
  progress,
  notLoaded = 'not loaded',
  loading = 'loading',
  remark = '',
}: PaneLabelProps) => (
  <p className="pane-label">
    <strong>{text}</strong>
    <small role="status">
      <span>{error ? notLoaded : progress ? loading : remark}</span>
      {progress && !error && <span aria-hidden="true">{percentText(progress)}</span>}
    </small>
  </p>
);
