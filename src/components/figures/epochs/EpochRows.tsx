/** Eight training images above their reconstructions and their transfers after one epoch, cut from the sheet of a run. */
import { SpriteCell } from '../../controls/SpriteCell.tsx';
import { OriginalRow } from '../originals/OriginalRow.tsx';
import { ClassLabel } from '../shell/ClassLabel.tsx';
import { sheetCell, type EpochsFacts } from './state.ts';

interface EpochRowsProps extends Pick<EpochsFacts, 'columns' | 'originalsUrl'> {
  readonly url: string;
  /** Rows of the picture at `url`, and the one that is shown, from 1 on. */
  readonly numRows: number;
  readonly row: number;
  /** What the pictures are, for those who do not see them. */
  readonly text: string;
}

export function EpochRows({ columns, originalsUrl, url, numRows, row, text }: EpochRowsProps) {
  const digits = columns.map(({ digit }) => digit).join(', ');
  const targets = columns.map(({ target }) => target).join(', ');
  return (
    <div className="epoch-rows">
      <span className="row-label">original</span>
      <OriginalRow images={columns} originalsUrl={originalsUrl} />
      <span className="row-label">reconstruction</span>
      <div className="epoch-strip">
        <SpriteCell
          url={url}
          {...sheetCell('reconstructions', row, numRows)}
          label={`Reconstructions of a ${digits}: ${text}`}
        />
      </div>
      <span className="row-label epoch-to">transfer to</span>
      <div className="epoch-targets">
        <ol className="cell-row">
          {columns.map(({ image, target }) => (
            <li key={image}>
              <ClassLabel digit={target} />
            </li>
          ))}
        </ol>
        <div className="epoch-strip">
          <SpriteCell
            url={url}
            {...sheetCell('transfers', row, numRows)}
            label={`Transfers of the same contents to the classes ${targets}: ${text}`}
          />
        </div>
      </div>
    </div>
  );
}
