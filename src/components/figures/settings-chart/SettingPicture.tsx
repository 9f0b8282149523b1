/** The transfers of one setting and its numbers, beside the chart. */
import { boundText } from '../../layout/bound-text.ts';
import { SigmaText } from '../../controls/SigmaText.tsx';
import { previewFile } from '../../../contract/ids.ts';
import { columnNames, columns } from './columns.ts';
import { writeValue, type SettingRow } from './rows.ts';

interface SettingPictureProps {
  readonly row: SettingRow;
  readonly modelsUrl: string;
}

export const SettingPicture = ({ row, modelsUrl }: SettingPictureProps) => (
  <figure className="setting-picture">
    <img
      className="ink"
      src={`${modelsUrl}${row.id}/${previewFile('transfers')}`}
      alt={`Transfers at σ = ${row.sigma}, ${row.says}: one class a row, one content a column`}
      width="280"
      height="280"
      decoding="async"
    />
    <figcaption>
      <strong>
        <SigmaText sigma={row.sigma} />
        <span>{boundText(`, ${row.says}`)}</span>
      </strong>
      <dl>
        {columnNames.map((name) => (
          <div key={name}>
            <dt>{columns[name].name}</dt>
            <dd>{writeValue(name, row.values[name].mean)}</dd>
          </div>
        ))}
      </dl>
    </figcaption>
  </figure>
);
