import { describe, expect, it } from 'vitest';
import { membersOf } from '../../../../../src/components/build/api-docs.ts';

const source = `
/** Not shown. */
interface Other { readonly a: string }
export interface Shown<T> {
  /** The first,
   *  over two lines. */
  readonly first?: { readonly deep: T };
  /** A call. */
  call(
    id: string,
    count: number,
  ): Promise<T>;
  /** Quoted. */
  readonly 'data-theme': string;
}
interface Bare { silent: number }
`;

describe('membersOf', () => {
  it('has each member as declared, and what its docstring says, on a line each', () => {
    expect(membersOf('x.ts', 'Shown', source)).toEqual([
      { name: 'first', declaration: 'first?: { deep: T }', text: 'The first, over two lines.' },
      { name: 'call', declaration: 'call(id: string, count: number): Promise<T>', text: 'A call.' },
      { name: 'data-theme', declaration: `'data-theme': string`, text: 'Quoted.' },
    ]);
  });

  it('says which interface is not there', () => {
    expect(() => membersOf('x.ts', 'None', source)).toThrow(
      'x.ts has no interface None. Name one that it has.',
    );
  });

  it('stops at a member without a docstring', () => {
    expect(() => membersOf('x.ts', 'Bare', source)).toThrow(
      'x.ts: Bare.silent has no docstring, and a page shows it. Write one.',
    );
  });
});
