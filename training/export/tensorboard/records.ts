/**
 * TFRecord framing: length (uint64), masked CRC of the length, data, masked CRC of the data, all little-endian. The checksum is
 * CRC-32C (Castagnoli), which zlib does not have. Not here: what the data are (event-schema.ts).
 */

/** 0x1EDC6F41 with its bits in reverse. */
const polynomial = 0x82f63b78;

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ polynomial : crc >>> 1;
  return crc;
});

export function crc32c(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = table[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  return ~crc >>> 0;
}

/** Rotated right by 15 bits plus a constant, so that the CRC of data which hold CRCs is no trivial number. */
export function maskedCrc(bytes: Uint8Array): number {
  const crc = crc32c(bytes);
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
}

/** One record as it lies in the file. */
export function frameRecord(data: Uint8Array): Uint8Array<ArrayBuffer> {
  const record = new Uint8Array(data.length + 16);
  const header = new DataView(record.buffer);
  header.setBigUint64(0, BigInt(data.length), true);
  header.setUint32(8, maskedCrc(record.subarray(0, 8)), true);
  record.set(data, 12);
  header.setUint32(12 + data.length, maskedCrc(data), true);
  return record;
}
