/** A picture file that the code made or read (IPython.display.Image). */
import { useMemo } from 'react';
import { toBase64 } from '../shared/base64';
import { useText } from '../shared/i18n/text';
import type { OutputItem } from './output-log';

type PictureItem = Extract<OutputItem, { readonly kind: 'picture' }>;

export function Picture({ picture }: { readonly picture: PictureItem }) {
  const text = useText();
  const { bytes, mime, width, height, alt } = picture;
  // In an img element a picture, SVG too, neither runs scripts nor loads anything.
  const address = useMemo(() => `data:${mime};base64,${toBase64(bytes)}`, [bytes, mime]);
  return (
    <img
      className="output-picture"
      src={address}
      alt={alt ?? text.chart.kinds.image}
      {...(width !== null && { width })}
      {...(height !== null && { height })}
    />
  );
}
