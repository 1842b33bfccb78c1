import { expect, it } from 'vitest';
import { packArchive, unpackArchive } from './archive';

it('gives back what was packed, names beyond ASCII and empty files included', () => {
  const entries = [
    { path: 'torch/__init__.py', bytes: new Uint8Array([1, 2, 3]) },
    { path: 'データ.txt', bytes: new Uint8Array() },
    { path: 'z', bytes: new Uint8Array([255]) },
  ];
  const packed = packArchive(entries);
  const unpacked = unpackArchive(packed.buffer as ArrayBuffer);
  expect(unpacked.map(({ path, bytes }) => [path, [...bytes]])).toEqual(
    entries.map(({ path, bytes }) => [path, [...bytes]]),
  );
});
