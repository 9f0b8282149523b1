/** Beside an error: the way to try again, and what else can be done, unfolded over what is there. */

interface WhatToDoProps {
  readonly advice: string;
  readonly onRetry: () => void;
}

export const WhatToDo = ({ advice, onRetry }: WhatToDoProps) => (
  <>
    <button type="button" className="button what-to-do-retry" onClick={onRetry}>
      Try again
    </button>
    <details className="what-to-do">
      <summary>What to do</summary>
      <p>{advice}</p>
    </details>
  </>
);
