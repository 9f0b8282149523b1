/** What stays in sight on a phone, while its figure and the prose beside it are read. How: styles/beside.css. */
import type { ReactNode } from 'react';

export const Stays = ({ children }: { readonly children: ReactNode }) => (
  <div className="stays-within">
    <div className="stays">{children}</div>
  </div>
);
