/** In place of what a preset is: that the reader's own checkpoint draws, and what that means for the rest of the figure. */
import type { OwnModel } from '../../../engine/own-models.ts';
import { withBase } from '../../layout/links.ts';

export const OwnModelNote = ({ own: { measured } }: { readonly own: OwnModel }) => (
  <p className="preset-note own-note remark">
    <span>
      {`Your own checkpoint draws in place of the one chosen above. ${
        measured
          ? 'Numbers beside its pictures are from its metrics.json.'
          : 'It came without metrics.json, so what is measured is not shown of it.'
      }`}
    </span>{' '}
    <a href={withBase('engine-room/#your-own-checkpoints')}>Your checkpoints</a>
  </p>
);
