/** From the hand of a kept drawing to that of the picture found now: contents on the straight line between, in the class of each. */
import { DigitGrid } from '../../controls/DigitGrid.tsx';
import { useDrawing } from '../shell/hooks/use-picture.ts';
import type { Drawing, FoundCodes } from '../shelf/drawings.ts';
import { betweenCodes, numBetween } from './between.ts';
import { bestClass, foundContent, type Found } from './searcher.ts';

interface BetweenProps {
  readonly drawing: Drawing;
  readonly found: Found | undefined;
  readonly active: boolean;
}

export function Between({ drawing, found, active }: BetweenProps) {
  const { codes, name } = drawing;
  if (!found) return <p className="remark">Let the search end; then there is a second hand.</p>;
  if (codes?.checkpoint !== found.request.id) {
    return (
      <p className="remark">
        {`${name} has no codes of this model. Take it, let it be found, and keep it once more.`}
      </p>
    );
  }
  return <BetweenRows name={name} codes={codes} found={found} active={active} />;
}

interface BetweenRowsProps {
  readonly name: string;
  readonly codes: FoundCodes;
  readonly found: Found;
  readonly active: boolean;
}

function BetweenRows({ name, codes, found, active }: BetweenRowsProps) {
  const args = {
    from: Array.from(codes.contentCode),
    to: Array.from(foundContent(found)),
    classes: [codes.digit, bestClass(found.state.best.loss)],
  };
  const { picture } = useDrawing({
    family: 'glo',
    id: found.request.id,
    args,
    makeBatch: betweenCodes,
    active,
  });
  const { classes } = args;
  return (
    <div className="draw-between">
      <DigitGrid
        rows={classes.length}
        columns={numBetween}
        cellSize={28}
        label={`From the hand of ${name} to that of the picture found now, as ${classes.join(' and as ')}`}
        ink={picture?.ink}
      />
      <p className="remark">{`Left: the hand of ${name}. Right: the one found now.`}</p>
    </div>
  );
}
