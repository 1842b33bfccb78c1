/** Widens grey and RGB pixels to the RGBA that a canvas takes. */
import type { Series } from '../protocol/figure';

type Pixels = Pick<Extract<Series, { readonly kind: 'image' }>, 'width' | 'height' | 'channels' | 'pixels'>;

export function toRgba({ width, height, channels, pixels }: Pixels): Uint8ClampedArray<ArrayBuffer> {
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let index = 0; index < width * height; index++) {
    const from = index * channels;
    const grey = pixels[from] ?? 0;
    rgba[index * 4] = grey;
    rgba[index * 4 + 1] = channels === 1 ? grey : (pixels[from + 1] ?? 0);
    rgba[index * 4 + 2] = channels === 1 ? grey : (pixels[from + 2] ?? 0);
    rgba[index * 4 + 3] = channels === 4 ? (pixels[from + 3] ?? 0) : 255;
  }
  return rgba;
}
