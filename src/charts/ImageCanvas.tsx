/** Images of a figure: alone on a canvas with sharp pixels, or behind the other series of an axes. */
import { useEffect, useMemo, useRef } from 'react';
import { usePlotArea } from 'recharts';
import type { Series } from '../protocol/messages';
import { toRgba } from './pixels';

type ImageSeries = Extract<Series, { readonly kind: 'image' }>;

function paint(canvas: HTMLCanvasElement, image: ImageSeries): void {
  canvas.width = image.width;
  canvas.height = image.height;
  if (image.width === 0 || image.height === 0) return;
  canvas.getContext('2d')?.putImageData(new ImageData(toRgba(image), image.width, image.height), 0, 0);
}

export function ImageCanvas({ image, framed }: { readonly image: ImageSeries; readonly framed: boolean }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current) paint(canvas.current, image);
  }, [image]);
  return (
    <canvas
      ref={canvas}
      className={framed ? 'image-canvas image-framed' : 'image-canvas'}
      style={{ aspectRatio: image.width / Math.max(1, image.height) }}
    />
  );
}

/** Fills the plot area of the chart around it. */
export function BackgroundImage({ image }: { readonly image: ImageSeries }) {
  const area = usePlotArea();
  const href = useMemo(() => {
    const canvas = document.createElement('canvas');
    paint(canvas, image);
    return canvas.toDataURL();
  }, [image]);
  if (!area) return null;
  const { x, y, width, height } = area;
  return <image href={href} x={x} y={y} width={width} height={height} preserveAspectRatio="none" />;
}
