import { describe, expect, it } from 'vitest';
import { createProgress } from '../../../../../training/data/mnist/progress.ts';

/** What a 10 MB download writes when it comes in steps of 1 MB. */
function written(isTTY: boolean, totalBytes: number | undefined): string[] {
  const texts: string[] = [];
  const progress = createProgress({ isTTY, write: (text) => texts.push(text) });
  for (let megabytes = 0; megabytes <= 10; megabytes++)
    progress.bytes('file.gz', megabytes * 1e6, totalBytes);
  progress.line('done');
  return texts;
}

describe('progress', () => {
  it('is one line for each quarter where it is not a terminal', () => {
    expect(written(false, 10e6)).toEqual([
      '  file.gz 25 % of 10.0 MB\n',
      '  file.gz 50 % of 10.0 MB\n',
      '  file.gz 75 % of 10.0 MB\n',
      '  file.gz 100 % of 10.0 MB\n',
      'done\n',
    ]);
  });

  it('is a bar that is drawn over itself on a terminal', () => {
    const texts = written(true, 10e6);
    expect(texts[0]).toBe(`\r\x1b[K${'░'.repeat(30)}   0 %  file.gz 0.0 of 10.0 MB`);
    expect(texts[5]).toBe(`\r\x1b[K${'█'.repeat(15)}${'░'.repeat(15)}  50 %  file.gz 5.0 of 10.0 MB`);
    expect(texts[10]).toBe(`\r\x1b[K${'█'.repeat(30)} 100 %  file.gz 10.0 of 10.0 MB`);
    expect(texts[11]).toBe('\r\x1b[Kdone\n');
  });

  it('counts bytes where the server does not tell how many there are', () => {
    expect(written(true, undefined)[5]).toBe('\r\x1b[Kfile.gz 5.0 MB');
    expect(written(false, undefined)).toEqual(['done\n']);
  });
});
