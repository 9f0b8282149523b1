/** Pictures in rows on one canvas; until there are any, their part of the sheet that the site was built with, or an empty place. */
import { useLayoutEffect, useMemo, useRef, type CSSProperties } from 'react';
import { pixelsOf, type Values } from './pictures.ts';
import { imageSide } from './recording.ts';

interface PictureGridProps {
  readonly rows: number;
  readonly columns: number;
  readonly label: string;
  readonly values: Values | undefined;
  /** Differences, in two colours. */
  readonly signed: boolean;
  /** The sheet, its number of rows, and the row where these pictures begin. */
  readonly sheet: { readonly url: string; readonly numRows: number; readonly row: number } | undefined;
}

export function PictureGrid({ rows, columns, label, values, signed, sheet }: PictureGridProps) {
  const style = { '--rows': rows, '--columns': columns } as CSSProperties;
  const ink = signed ? '' : ' ink';
  if (values)
    return (
      <div className="picture-grid" style={style} role="img" aria-label={label}>
        <Canvas values={values} columns={columns} rows={rows} signed={signed} className={`live${ink}`} />
      </div>
    );
  if (!sheet) return <div className="picture-grid" style={style} data-empty />;
  const { url, numRows, row } = sheet;
  return (
    <div className="picture-grid" style={style} role="img" aria-label={label}>
      <span
        className={`built${ink}`}
        style={{
          backgroundImage: `url("${url}")`,
          backgroundSize: `100% ${(100 * numRows) / rows}%`,
          backgroundPosition: `0 ${(100 * row) / (numRows - rows)}%`,
        }}
      />
    </div>
  );
}

interface CanvasProps extends Pick<PictureGridProps, 'rows' | 'columns' | 'signed'> {
  readonly values: Values;
  readonly className: string;
}

function Canvas({ values, columns, rows, signed, className }: CanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [width, height] = [columns * imageSide, rows * imageSide];
  const pixels = useMemo(() => pixelsOf(values, columns, signed), [values, columns, signed]);
  useLayoutEffect(() => {
    canvas.current?.getContext('2d')?.putImageData(new ImageData(pixels, width, height), 0, 0);
  }, [pixels, width, height]);
  return <canvas ref={canvas} className={className} width={width} height={height} aria-hidden="true" />;
}
