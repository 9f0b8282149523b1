/** Event files, read back by a reader that shares nothing with their writer. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  createEventWriter,
  type EventWriter,
} from '../../../../../training/export/tensorboard/event-writer.ts';
import { crc32c, frameRecord, maskedCrc } from '../../../../../training/export/tensorboard/records.ts';
import { bitwiseCrc32c, readEventFile, readHparams } from '../../../../support/tensorboard.ts';

const ascii = (text: string) => new TextEncoder().encode(text);

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'glo-events-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The bytes of a file that `write` made, one second an event from 1,700,000,000 on. */
function written(write: (writer: EventWriter) => void): Buffer {
  let clock = 1_700_000_000_000;
  const writer = createEventWriter(makeFolder(), { now: () => (clock += 1000) });
  write(writer);
  return readFileSync(writer.path);
}

describe('CRC-32C', () => {
  it.each([
    ['the check value', ascii('123456789'), 0xe3069283],
    ['32 zeros (RFC 3720)', new Uint8Array(32), 0x8a9136aa],
    ['32 bytes of ones (RFC 3720)', new Uint8Array(32).fill(255), 0x62a8ab43],
    ['0 to 31 (RFC 3720)', Uint8Array.from({ length: 32 }, (_, i) => i), 0x46dd794e],
    ['nothing', new Uint8Array(), 0],
  ])('is right on %s, by table and bit by bit', (_, bytes, expected) => {
    expect(crc32c(bytes)).toBe(expected);
    expect(bitwiseCrc32c(bytes)).toBe(expected);
  });

  it('is masked as TFRecord says', () => {
    // 0xe3069283 rotated right by 15 is 0x2507c60d; plus 0xa282ead8
    expect(maskedCrc(ascii('123456789'))).toBe(0xc78ab0e5);
  });
});

describe('an event file', () => {
  it('begins with its format and a start, and dates every event by the given clock', () => {
    const { events, truncatedBytes } = readEventFile(written((writer) => writer.scalar('loss', 1, 0.5)));
    expect(truncatedBytes).toBe(0);
    expect(events.map(({ fileVersion, sessionStatus }) => [fileVersion, sessionStatus])).toEqual([
      ['brain.Event:2', undefined],
      [undefined, 1],
      [undefined, undefined],
    ]);
    const times = events.map(({ wallTime }) => wallTime);
    expect(times.map((time) => time - times[0])).toEqual([0, 1, 2]);
    expect(times[0]).toBeGreaterThan(1_700_000_000);
  });

  it('gives scalars back in float32, with their tags and steps', () => {
    const values = [0.1, 0, -3.5, 1e-30, Infinity];
    const file = written((writer) => values.forEach((value, i) => writer.scalar('a/b', 1000 * i, value)));
    const scalars = readEventFile(file).events.slice(2);
    expect(scalars.map(({ step, values: [{ tag, scalar }] }) => [tag, step, scalar])).toEqual(
      values.map((value, i) => ['a/b', 1000 * i, Math.fround(value)]),
    );
  });

  it('gives images back byte for byte', () => {
    const png = Uint8Array.from({ length: 300 }, (_, i) => i % 256);
    const { events } = readEventFile(written((writer) => writer.image('transfers', 7, png, 280, 56)));
    expect(events[2].step).toBe(7);
    expect(events[2].values).toEqual([
      { tag: 'transfers', image: { width: 280, height: 56, colorspace: 1, png: Buffer.from(png) } },
    ]);
  });

  it('gives hyperparameters back as the HParams plugin’s session, which ends with the file', () => {
    const config = {
      contentNoiseStd: 0.3,
      numEpochs: 50,
      recipe: 'lord',
      shuffled: true,
      plain: false,
      zero: 0,
    };
    const file = written((writer) => {
      writer.hparams(config);
      writer.close();
    });
    const [start, end] = readEventFile(file)
      .events.slice(2)
      .map(({ values }) => values[0]);
    expect(start.tag).toBe('_hparams_/session_start_info');
    expect(start.plugin?.name).toBe('hparams');
    expect(readHparams(start.plugin?.content ?? new Uint8Array())).toEqual(config);
    expect(end.tag).toBe('_hparams_/session_end_info');
  });

  it('is there after each call, before it is closed', () => {
    const lengths: number[] = [];
    written((writer) => {
      for (let step = 0; step < 3; step++) {
        writer.scalar('loss', step, step);
        lengths.push(readEventFile(readFileSync(writer.path)).events.length);
      }
    });
    expect(lengths).toEqual([3, 4, 5]);
  });

  it('keeps its whole records when its end is cut off anywhere', () => {
    const file = written((writer) => {
      writer.scalar('loss', 1, 0.5);
      writer.scalar('loss', 2, 0.25);
    });
    const last = frameRecordLength(file);
    for (let cut = 1; cut < last; cut++) {
      const { events, truncatedBytes } = readEventFile(file.subarray(0, file.length - cut));
      expect(events).toHaveLength(3);
      expect(truncatedBytes).toBe(last - cut);
    }
  });

  it('shows any flipped bit of length, data or checksums', () => {
    const record = frameRecord(written((writer) => writer.scalar('loss', 1, 0.5)).subarray(0, 9));
    for (let at = 0; at < record.length; at++) {
      const broken = record.slice();
      broken[at] ^= 1 << (at % 8);
      expect(() => readEventFile(broken)).toThrow(/record 0: (?:length|data): wrong checksum/);
    }
  });

  it('is a new one when another of the same second is there', () => {
    const folder = makeFolder();
    const now = () => 1_700_000_000_000;
    const paths = [0, 1].map(() => createEventWriter(folder, { now }).path);
    expect(paths.map((path) => basename(path))).toEqual([
      'events.out.tfevents.1700000000.glo.0',
      'events.out.tfevents.1700000000.glo.1',
    ]);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('is the same bytes from the same calls and clock', () => {
    const write = (writer: EventWriter) => {
      writer.hparams({ a: 1, b: 'two' });
      writer.scalar('loss', 1, 0.5);
    };
    expect(written(write)).toEqual(written(write));
  });
});

/** Bytes of the last record. */
function frameRecordLength(file: Buffer): number {
  let [at, last] = [0, 0];
  while (at < file.length) at += last = Number(file.readBigUInt64LE(at)) + 16;
  return last;
}
