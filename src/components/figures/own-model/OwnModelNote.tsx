/** In place of what a preset is: that the reader's own checkpoint draws, and what that means for the rest of the figure. */
import { withBase } from '../../layout/links.ts';

export const OwnModelNote = () => (
  <p className="preset-note own-note remark">
    <span>Your own checkpoint draws in place of the one chosen above. What was measured is not of it.</span>{' '}
    <a href={withBase('engine-room/#your-own-checkpoints')}>Your checkpoints</a>
  </p>
);
