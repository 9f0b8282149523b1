/** One number of the network as the sum that it is: inputs × weights, bias, and ReLU or sigmoid. */
import { numRows, type SumTable } from './sum-table.ts';

export function SumOfUnit({ sum }: { readonly sum: SumTable }) {
  const { rows, others, bias, total, activation, value } = sum;
  return (
    <table className="unit-sum">
      <caption className="axis-title">{`Its sum: the ${numRows} largest parts first`}</caption>
      <thead>
        <tr>
          <th scope="col">from</th>
          <th scope="col">input</th>
          <th scope="col">× weight</th>
          <th scope="col">=</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          <tr key={i}>
            <th scope="row">{row.name}</th>
            <td>{text(row.input)}</td>
            <td>{text(row.weight)}</td>
            <td>{text(row.product)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row" colSpan={3}>{`${others.count} others together`}</th>
          <td>{text(others.total)}</td>
        </tr>
        <tr>
          <th scope="row" colSpan={3}>
            bias
          </th>
          <td>{text(bias)}</td>
        </tr>
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={3}>
            sum
          </th>
          <td>{text(total)}</td>
        </tr>
        <tr className="unit-value">
          <th scope="row" colSpan={3}>
            {activation === 'relu' ? 'ReLU: below zero becomes zero' : 'sigmoid: into 0 to 1'}
          </th>
          <td>{text(value)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

const text = (value: number): string => value.toFixed(3).replace('-', '−');
