/** A program, line by line: a reader chooses the line that is wrong; once it is known, the right one stands under it. */
import { useRef, useState, type KeyboardEvent } from 'react';
import { cellAfterKey } from '../../controls/grid-focus.ts';
import type { ProgramLine } from './program.ts';

interface ProgramLinesProps {
  readonly label: string;
  readonly lines: readonly ProgramLine[];
  /** From 1; 0 is none. */
  readonly guess: number;
  readonly isSolved: boolean;
  readonly enabled: boolean;
  readonly onGuess: (line: number) => void;
}

export function ProgramLines({ label, lines, guess, isSolved, enabled, onGuess }: ProgramLinesProps) {
  const [focused, setFocused] = useState(0);
  const list = useRef<HTMLOListElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = cellAfterKey(focused, { key: event.key, ctrlKey: true }, { rows: lines.length, columns: 1 });
    if (next === undefined) return;
    event.preventDefault();
    setFocused(next);
    list.current?.querySelectorAll('button')[next].focus();
  };
  return (
    <ol ref={list} className="program" aria-label={label} onKeyDown={onKeyDown} data-pagefind-ignore>
      {lines.map(({ code, isWrong, instead }, i) => (
        <li
          key={code}
          data-wrong={(isSolved && isWrong) || undefined}
          data-guess={guess === i + 1 || undefined}
        >
          <button
            type="button"
            disabled={!enabled}
            aria-disabled={isSolved}
            aria-label={`line ${i + 1}: ${code.trim()}`}
            tabIndex={i === Math.min(focused, lines.length - 1) ? 0 : -1}
            onFocus={() => setFocused(i)}
            onClick={() => !isSolved && onGuess(i + 1)}
          >
            <ProgramCode code={code} />
          </button>
          {isSolved && instead !== undefined && (
            <ins>
              <ProgramCode code={instead} />
            </ins>
          )}
        </li>
      ))}
    </ol>
  );
}

/** Wraps under its own indent. */
const ProgramCode = ({ code }: { readonly code: string }) => (
  <code style={{ paddingInlineStart: `${code.length - code.trimStart().length + 2}ch` }}>
    {code.trimStart()}
  </code>
);
