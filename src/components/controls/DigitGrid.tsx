/**
 * A grid of small ink pictures on one canvas, over a preview that is there before any script and stays until there is ink.
 * With `onSelect` its cells are a keyboard grid; without, the whole is one picture with a text alternative.
 */
import {
  useLayoutEffect,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import { cellAfterKey } from './grid-focus.ts';
import { inkToPixels, type CellGrid } from './ink.ts';

interface DigitGridProps extends CellGrid {
  readonly label: string;
  /** [rows × columns, cellSize²] in [0, 1]; undefined until there is a live picture. */
  readonly ink: Float32Array | undefined;
  readonly preview?: string | undefined;
  /** Cells that get a dot: what they show is not what was meant. */
  readonly isMissed?: ((cell: number) => boolean) | undefined;
  /** Says what a cell shows. */
  readonly cellText?: (cell: number) => string;
  readonly isMarked?: (cell: number) => boolean;
  readonly selected?: number;
  readonly onSelect?: (cell: number) => void;
}

export function DigitGrid({ label, ink, preview, isMissed, ...cells }: DigitGridProps) {
  const { rows, columns, cellSize, onSelect } = cells;
  const size = { width: columns * cellSize, height: rows * cellSize };
  const style = { '--rows': rows, '--columns': columns } as CSSProperties;
  return (
    <div className="digit-grid" style={style} {...(onSelect ? {} : { role: 'img', 'aria-label': label })}>
      {!ink && preview && (
        <img
          className="ink"
          {...size}
          src={preview}
          alt={label}
          aria-hidden="true"
          decoding="async"
          loading="lazy" // a picture further down waits for the model of the figure that is looked at
        />
      )}
      {ink && <InkCanvas ink={ink} rows={rows} columns={columns} cellSize={cellSize} />}
      {isMissed && <MissedDots rows={rows} columns={columns} isMissed={isMissed} />}
      {onSelect && <Cells label={label} {...cells} onSelect={onSelect} />}
    </div>
  );
}

interface MissedDotsProps {
  readonly rows: number;
  readonly columns: number;
  readonly isMissed: (cell: number) => boolean;
}

const MissedDots = ({ rows, columns, isMissed }: MissedDotsProps) =>
  Array.from({ length: rows * columns }, (_, cell) => cell)
    .filter(isMissed)
    .map((cell) => (
      <span
        key={cell}
        className="missed"
        aria-hidden="true"
        style={{
          left: `${(100 * (cell % columns)) / columns}%`,
          top: `${(100 * Math.floor(cell / columns)) / rows}%`,
        }}
      />
    ));

function InkCanvas({ ink, ...grid }: CellGrid & { readonly ink: Float32Array }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { rows, columns, cellSize } = grid;
  const width = columns * cellSize;
  const height = rows * cellSize;
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    context?.putImageData(new ImageData(inkToPixels(ink, { rows, columns, cellSize }), width, height), 0, 0);
  }, [ink, rows, columns, cellSize, width, height]);
  return <canvas ref={canvas} className="ink" width={width} height={height} aria-hidden="true" />;
}

type CellsProps = Pick<DigitGridProps, 'label' | 'cellText' | 'isMarked' | 'selected'> &
  CellGrid & { readonly onSelect: (cell: number) => void };

function Cells({ label, rows, columns, cellText = String, isMarked, selected, onSelect }: CellsProps) {
  const [focused, setFocused] = useState(selected ?? 0);
  const grid = useRef<HTMLDivElement>(null);

  const onKeyDown = (event: KeyboardEvent): void => {
    const next = cellAfterKey(focused, event, { rows, columns });
    if (next !== undefined) {
      setFocused(next);
      grid.current?.querySelector<HTMLElement>(`[data-cell="${next}"]`)?.focus();
    } else if (event.key === 'Enter' || event.key === ' ') onSelect(focused);
    else return;
    event.preventDefault();
  };
  const onClick = (event: MouseEvent): void => {
    const cell = (event.target as HTMLElement).dataset['cell'];
    if (cell === undefined) return;
    setFocused(Number(cell));
    onSelect(Number(cell));
  };

  return (
    <div ref={grid} role="grid" aria-label={label} className="cells" onKeyDown={onKeyDown} onClick={onClick}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} role="row">
          {Array.from({ length: columns }, (_, column) => row * columns + column).map((cell) => (
            <div
              key={cell}
              role="gridcell"
              data-cell={cell}
              data-marked={isMarked?.(cell)}
              tabIndex={cell === focused ? 0 : -1}
              aria-selected={cell === selected}
              aria-label={cellText(cell)}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
