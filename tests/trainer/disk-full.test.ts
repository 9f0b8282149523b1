/** A disk that fills up while runs are written: a small one in memory, which only an administrator may mount. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkCheckpoint } from '../../training/export/read-checkpoint.ts';
import { filesBelow, runTrainer } from '../support/trainer.ts';

const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
const asRoot = (...words: string[]): boolean => {
  const [command, ...args] = [...sudo, ...words];
  return spawnSync(command, args).status === 0;
};

const disk = mkdtempSync(join(tmpdir(), 'glo-small-disk-'));
const mounted = asRoot('mount', '-t', 'tmpfs', '-o', 'size=4m,mode=1777', 'tmpfs', disk);
afterAll(() => {
  if (mounted) asRoot('umount', disk);
  rmSync(disk, { recursive: true, force: true });
});

const title = 'a disk that fills up';
const skipped = `${title} (skipped: mounting a small disk takes Linux and the right to mount)`;
if (!mounted) console.warn(skipped);

describe.skipIf(!mounted)(mounted ? title : skipped, () => {
  const ids = ['glo-strokes-lord-sigma0', 'glo-strokes-lord-sigma0.3', 'glo-strokes-lord-sigma1'];
  const train = (out: string) => runTrainer('train', ...ids, '--epochs', '1', '--out', out, '--workers', '1');

  it('fails the run that met it, keeps what is finished, and a rerun completes', async () => {
    const ballast = join(disk, 'ballast');
    const out = join(disk, 'models');
    // Room for one checkpoint and a part of the next.
    writeFileSync(ballast, new Uint8Array(3.55 * 2 ** 20));
    const { code, stderr } = await train(out);
    expect(stderr).toMatch(/sigma0 +done, loss/);
    expect(stderr).toMatch(
      new RegExp(
        `^${ids[1]} +failed: the disk of ${out} is full \\(ENOSPC: no space left on device, [a-z]+[^)]*\\)\\. ` +
          'Make room and run the same command again: what is finished is kept, and it goes on from there\\.$',
        'm',
      ),
    );
    expect(stderr).toContain('Made 1 of 3, 1 failed');
    // What waited was not trained in vain.
    expect(stderr).not.toContain(ids[2]);
    expect(code).toBe(1);
    await checkCheckpoint(join(out, ids[0]));
    expect(readdirSync(out).filter((name) => name.includes('partial') || name === '.lock')).toEqual([]);

    rmSync(ballast);
    const again = await train(out);
    expect(again.stderr).toContain('1 of 3 up to date');
    expect(again.code).toBe(0);
    for (const id of ids) await checkCheckpoint(join(out, id));
    expect(Object.keys(filesBelow(out)).filter((path) => path.includes('partial'))).toEqual([]);
  });

  it('says so when there is no room for as much as a lock', async () => {
    const out = join(disk, 'none');
    const ballast = join(disk, 'ballast');
    const fill = () => {
      for (;;) writeFileSync(ballast, new Uint8Array(4096), { flag: 'a' });
    };
    expect(fill).toThrow('ENOSPC');
    const { code, stderr } = await train(out);
    expect(stderr).toMatch(/^(?:the disk|Checkpoints cannot go into) .*ENOSPC/);
    expect(stderr).not.toContain('    at ');
    expect(code).toBeGreaterThan(0);
    rmSync(ballast);
  });
});
