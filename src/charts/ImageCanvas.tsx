/** Images of a figure: alone on a canvas with sharp pixels, or placed in the coordinates of an axes. */
import { useEffect, useMemo, useRef } from 'react';
import type { Series } from '../protocol/figure';
import type { Space } from './Marks';
import { toRgba } from './pixels';

type ImageSeries = Extract<Series, { readonly kind: 'image' }>;

function paint(canvas: HTMLCanvasElement, image: ImageSeries): void {
  canvas.width = image.width;
  canvas.height = image.height;
  if (image.width === 0 || image.height === 0) return;
  canvas.getContext('2d')?.putImageData(new ImageData(toRgba(image), image.width, image.height), 0, 0);
}

interface Props {
  readonly image: ImageSeries;
  readonly framed: boolean;
  readonly label: string;
}

export function ImageCanvas({ image, framed, label }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current) paint(canvas.current, image);
  }, [image]);
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={label}
      className={framed ? 'image-canvas image-framed' : 'image-canvas'}
      data-smooth={image.smooth}
      style={{ aspectRatio: image.width / Math.max(1, image.height), opacity: image.alpha }}
    />
  );
}

export function PlacedImage({ image, space: { x, y } }: { readonly image: ImageSeries; readonly space: Space }) {
  const href = useMemo(() => {
    const canvas = document.createElement('canvas');
    paint(canvas, image);
    return canvas.toDataURL();
  }, [image]);
  const [left, right, bottom, top] = image.extent;
  const [x0, x1, y0, y1] = [x(left), x(right), y(top), y(bottom)];
  if (image.width === 0 || image.height === 0 || !Number.isFinite(x0 + x1 + y0 + y1)) return null;
  // An axis that runs the other way turns the picture over.
  const flip = `translate(${x0} ${y0}) scale(${x1 < x0 ? -1 : 1} ${y1 < y0 ? -1 : 1})`;
  return (
    <image
      href={href}
      transform={flip}
      width={Math.abs(x1 - x0)}
      height={Math.abs(y1 - y0)}
      opacity={image.alpha}
      preserveAspectRatio="none"
      style={{ imageRendering: image.smooth ? 'auto' : 'pixelated' }}
    />
  );
}
