/** Nine programs, each with one mistake: pictures, curves and code are shown, the reader chooses the wrong line, and is told. */
import { useEffect, useRef, useState } from 'react';
import { HoldButton } from '../../controls/HoldButton.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { useIsland } from '../shell/hooks/use-island.ts';
import { Island } from '../shell/Island.tsx';
import type { MistakesFacts } from './facts.ts';
import { MistakeClues } from './MistakeClues.tsx';
import { MistakePair } from './MistakePair.tsx';
import { ProgramLines } from './ProgramLines.tsx';
import {
  guessed,
  mistakesFields,
  nextOpen,
  opened,
  outcomeOf,
  outcomeTexts,
  scoreOf,
  scoreText,
  verdict,
} from './state.ts';

export function MistakesFigure({ facts: { mistakes, right, rightId } }: { readonly facts: MistakesFacts }) {
  const island = useIsland('mistakes', mistakesFields);
  const { state, change, enabled } = island;
  const [held, setHeld] = useState(false);
  const { program, guesses } = state;
  const mistake = mistakes[program - 1];
  const guess = guesses[program - 1];
  const outcome = outcomeOf(mistake.lines, guess);
  const isSolved = outcome !== 'open' || state.shown;
  /** The program that the reader solved last: its answer is brought on screen. A link's is not: it scrolls by itself. */
  const [solved, setSolved] = useState<number>();
  const answer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (solved !== undefined) answer.current?.scrollIntoView({ block: 'nearest' });
  }, [solved]);
  const solve = (changed: Partial<typeof state>): void => {
    change(changed);
    setSolved(program);
  };
  const score = scoreOf(
    mistakes.map(({ lines }) => lines),
    guesses,
  );
  const programs = mistakes.map(({ lines }, i) => ({
    value: i + 1,
    text: String(i + 1),
    name: `program ${i + 1}${outcomeTexts[outcomeOf(lines, guesses[i])]}`,
  }));
  const next = nextOpen(state);
  return (
    <Island
      island={island}
      label="Nine mistakes"
      runs={isSolved ? [mistake.id, rightId] : [rightId]} // the id of a run names its mistake
      state="ready"
      foot={<p className="mistake-score">{scoreText(score)}</p>}
    >
      <div className="island-controls mistake-picker">
        <Segmented
          legend="Program"
          options={programs}
          value={program}
          onChange={(number) => change(opened(number))}
          disabled={!enabled}
        />
      </div>
      <div className="mistake-evidence">
        <MistakePair mistake={mistake} number={program} held={held} />
        <div className="side-row mistake-hold">
          <HoldButton held={held} onChange={setHeld} disabled={!enabled}>
            Hold: the right program
          </HoldButton>
          <span className="remark">
            {`Framed: the ten cells that differ most. Mean difference of a pixel: ${mistake.difference}.`}
          </span>
        </div>
        <MistakeClues mistake={mistake} right={right} />
      </div>
      <div className="mistake-game">
        <div>
          <p className="axis-title">Which line is wrong? Choose it.</p>
          <ProgramLines
            key={program}
            label={`Program ${program}`}
            lines={mistake.lines}
            guess={guess}
            isSolved={isSolved}
            enabled={enabled}
            onGuess={(line) => solve(guessed(state, line))}
          />
        </div>
        <div className="mistake-answer" ref={answer}>
          <div role="status">
            {isSolved && (
              <>
                <p className="mistake-verdict" data-outcome={outcome}>
                  {verdict(mistake.lines, guess)}
                </p>
                <p className="mistake-title">{mistake.title}</p>
                <p className="mistake-says">{mistake.says}</p>
              </>
            )}
          </div>
          <div className="side-row">
            {isSolved ? (
              <button
                type="button"
                className="button"
                disabled={!enabled}
                onClick={() => change(opened(next))}
              >
                <span>{`Program ${next}`}</span>
              </button>
            ) : (
              <button
                type="button"
                className="button"
                disabled={!enabled}
                onClick={() => solve({ shown: true })}
              >
                Show me
              </button>
            )}
          </div>
        </div>
      </div>
    </Island>
  );
}
