// Writes a ZIP file: deflate, UTF-8 names, a fixed date, so that the same files give the same bytes.

import { crc32 as nodeCrc32, deflateRawSync } from 'node:zlib';

// 1 January 1980, the first day a ZIP file knows.
const DATE = 0x0021;
const UTF8 = 0x0800;
const DEFLATE = 8;

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** The checksum of ZIP; Node has it from version 22 on. */
export function crc32(bytes) {
  if (nodeCrc32) return nodeCrc32(bytes);
  let value = 0xffffffff;
  for (const byte of bytes) value = TABLE[(value ^ byte) & 0xff] ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

function fields(...pairs) {
  const bytes = Buffer.alloc(pairs.reduce((sum, [size]) => sum + size, 0));
  let at = 0;
  for (const [size, value] of pairs) {
    bytes.writeUIntLE(value, at, size);
    at += size;
  }
  return bytes;
}

/** Packs `[name, bytes]` pairs, in their order. */
export function zip(entries) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const [name, bytes] of entries) {
    const packed = deflateRawSync(bytes, { level: 9 });
    const label = Buffer.from(name);
    const common = [[2, 20], [2, UTF8], [2, DEFLATE], [2, 0], [2, DATE], [4, crc32(bytes)], [4, packed.length], [4, bytes.length], [2, label.length], [2, 0]];
    const local = Buffer.concat([fields([4, 0x04034b50], ...common), label]);
    // Made on Unix, so that the files can be read by everybody after unpacking.
    directory.push(Buffer.concat([
      fields([4, 0x02014b50], [2, 0x0314], ...common, [2, 0], [2, 0], [2, 0], [4, (0o100644 << 16) >>> 0], [4, offset]), label,
    ]));
    parts.push(local, packed);
    offset += local.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = fields([4, 0x06054b50], [2, 0], [2, 0], [2, entries.length], [2, entries.length], [4, central.length], [4, offset], [2, 0]);
  return Buffer.concat([...parts, central, end]);
}
