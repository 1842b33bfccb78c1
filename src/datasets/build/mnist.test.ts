import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { packMnist, packMnistRest, TEST_IMAGES, TRAIN_IMAGES } from './mnist';

const PIXELS = 28 * 28;
const packed = Buffer.from(await packMnist());

/** Offsets of the four arrays' contents, after their headers of 16 and 8 bytes. */
const trainImages = 16;
const trainLabels = trainImages + TRAIN_IMAGES * PIXELS + 8;
const testImages = trainLabels + TRAIN_IMAGES + 16;
const testLabels = testImages + TEST_IMAGES * PIXELS + 8;

describe('packMnist', () => {
  it('holds four IDX arrays and nothing else', () => {
    const header = (offset: number, length: number) =>
      Array.from({ length }, (_, index) => packed.readUInt32BE(offset + 4 * index));
    expect(header(0, 4)).toEqual([0x0803, 10_000, 28, 28]);
    expect(header(trainLabels - 8, 2)).toEqual([0x0801, 10_000]);
    expect(header(testImages - 16, 4)).toEqual([0x0803, 2000, 28, 28]);
    expect(header(testLabels - 8, 2)).toEqual([0x0801, 2000]);
    expect(packed).toHaveLength(testLabels + TEST_IMAGES);
  });

  it('keeps the order of the original dataset', () => {
    expect([...packed.subarray(trainLabels, trainLabels + 10)]).toEqual([5, 0, 4, 1, 9, 2, 1, 3, 1, 4]);
    expect([...packed.subarray(testLabels, testLabels + 10)]).toEqual([7, 2, 1, 0, 4, 1, 4, 9, 5, 9]);
  });

  it('keeps every bit of the pixels', () => {
    const mean = (offset: number, images: number) =>
      packed.subarray(offset, offset + images * PIXELS).reduce((sum, pixel) => sum + pixel, 0) /
      (images * PIXELS * 255);
    // The first training image's upper stroke, and the mean of the first 10,000 images (the whole set has 0.1307).
    expect([...packed.subarray(trainImages + 5 * 28 + 12, trainImages + 5 * 28 + 20)]).toEqual([
      3, 18, 18, 18, 126, 136, 175, 26,
    ]);
    expect(mean(trainImages, TRAIN_IMAGES)).toBeCloseTo(0.1307, 2);
    expect(mean(testImages, TEST_IMAGES)).toBeCloseTo(0.1307, 1);
    expect(new Set(packed.subarray(trainImages, trainImages + 100 * PIXELS)).size).toBeGreaterThan(200);
  });

  it('stays under 2.5 MB when compressed', () => {
    expect(gzipSync(packed).length).toBeLessThan(2_500_000);
  });
});

describe('packMnistRest', () => {
  it('goes on where packMnist ends', async () => {
    const rest = Buffer.from(await packMnistRest());
    const labels = 16 + 50_000 * PIXELS;
    expect([rest.readUInt32BE(0), rest.readUInt32BE(4), rest.readUInt32BE(labels + 4)]).toEqual([
      0x0803, 50_000, 50_000,
    ]);
    // The labels of the training images 10,000 to 10,004, and of the last one.
    expect([...rest.subarray(labels + 8, labels + 13)]).toEqual([3, 8, 7, 9, 9]);
    expect(rest[labels + 8 + 49_999]).toBe(8);
    expect(rest).toHaveLength(labels + 8 + 50_000 + 16 + 8_000 * PIXELS + 8 + 8_000);
  });
});
