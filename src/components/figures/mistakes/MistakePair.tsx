/** The pictures of a mistaken run beside those of the right one, with the cells framed that differ most; or the right ones in their place. */
import type { ShownMistake } from './facts.ts';

interface MistakePairProps {
  readonly mistake: ShownMistake;
  readonly number: number;
  /** The right pictures stand in the place of the wrong ones. */
  readonly held: boolean;
}

const gridSize = 10;

export function MistakePair({ mistake, number, held }: MistakePairProps) {
  const { picture, pictureText, rightPicture, rightPictureText, differing } = mistake;
  const [shown, text] = held ? [rightPicture, rightPictureText] : [picture, pictureText];
  return (
    <div className="mistake-pair">
      <figure>
        <figcaption>{held ? 'the right program' : `program ${number}`}</figcaption>
        <div className="mistake-grid">
          <img className="ink" src={shown} alt={text} width="280" height="280" decoding="async" />
          {differing.map((cell) => (
            <span
              key={cell}
              aria-hidden="true"
              style={{
                left: `${gridSize * (cell % gridSize)}%`,
                top: `${gridSize * Math.floor(cell / gridSize)}%`,
              }}
            />
          ))}
        </div>
      </figure>
      <figure className="mistake-beside">
        <figcaption>the right program</figcaption>
        <div className="mistake-grid">
          <img
            className="ink"
            src={rightPicture}
            alt={rightPictureText}
            width="280"
            height="280"
            decoding="async"
          />
        </div>
      </figure>
    </div>
  );
}
