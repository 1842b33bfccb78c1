/** A square to draw a digit in; the drawing becomes characters in a cell, which predicts with the reader's own model. */
import { useEffect, useRef, useState } from 'react';
import { SIDE, putDrawing, toDigit, toText } from './digit-pixels';
import { textsFor } from './texts';
import type { WidgetProps } from './types';
import { useWidgetCell } from './use-widget-cell';
import './widgets.css';

/** Of the drawing in its own pixels; the page may show it smaller. */
const CANVAS = 280;
const PEN = 24;

export default function DrawWidget({ options, language, cells }: WidgetProps) {
  const texts = textsFor(language);
  const text = texts.draw;
  const target = options['cell'] ?? '';
  const cell = useWidgetCell(cells, target);
  const canvas = useRef<HTMLCanvasElement>(null);
  const pen = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const [digit, setDigit] = useState<Float32Array | null>(null);

  const draw = (event: React.PointerEvent<HTMLCanvasElement>) => {
    const context = canvas.current?.getContext('2d');
    if (!context || !canvas.current) return;
    const box = canvas.current.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * CANVAS;
    const y = ((event.clientY - box.top) / box.height) * CANVAS;
    const from = pen.current ?? { x, y };
    context.lineWidth = PEN;
    context.lineCap = 'round';
    context.strokeStyle = '#000';
    context.beginPath();
    context.moveTo(from.x, from.y);
    // A dot is a line to its own start, which some browsers would not draw.
    context.lineTo(x + 0.01, y);
    context.stroke();
    pen.current = { x, y };
  };
  const begin = (event: React.PointerEvent<HTMLCanvasElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    pen.current = null;
    draw(event);
  };
  const end = () => {
    if (!pen.current) return;
    pen.current = null;
    const next = canvas.current && toDigit(inkOf(canvas.current), CANVAS);
    setDigit(next);
    if (next && cell) cells.edit(target, putDrawing(cell.code, toText(next)));
    // Once a prediction has worked, every further stroke is answered at once.
    if (next && cell?.ended === 'ok' && !cell.active) cells.run(target);
  };
  const erase = () => {
    canvas.current?.getContext('2d')?.clearRect(0, 0, CANVAS, CANVAS);
    setDigit(null);
  };
  return (
    <section className="w-box" aria-label={text.label} data-testid="draw">
      <div className="w-drawing">
        <canvas
          ref={canvas}
          className="w-canvas"
          width={CANVAS}
          height={CANVAS}
          role="img"
          aria-label={text.canvas}
          onPointerDown={begin}
          onPointerMove={(event) => pen.current && draw(event)}
          onPointerUp={end}
          onPointerCancel={end}
        />
        <div className="w-drawing-side">
          <Preview digit={digit} label={text.preview} />
          <p className="w-hint">{text.preview}</p>
          <div className="w-buttons">
            <button
              type="button"
              className="button primary"
              disabled={!digit || !cell || cell.active}
              onClick={() => cells.run(target)}
            >
              {cell?.active ? texts.running : text.predict}
            </button>
            <button type="button" className="button" disabled={!digit} onClick={erase}>
              {text.erase}
            </button>
          </div>
        </div>
      </div>
      <p className="w-facts">{text.hint}</p>
    </section>
  );
}

/** How dark each pixel is: the pen's opacity. */
function inkOf(canvas: HTMLCanvasElement): Float32Array {
  const pixels = canvas.getContext('2d')?.getImageData(0, 0, CANVAS, CANVAS).data;
  return Float32Array.from({ length: CANVAS * CANVAS }, (_, index) => (pixels?.[4 * index + 3] ?? 0) / 255);
}

function Preview({ digit, label }: { readonly digit: Float32Array | null; readonly label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const image = context.createImageData(SIDE, SIDE);
    for (let index = 0; index < SIDE * SIDE; index++) {
      const value = Math.round(255 * (digit?.[index] ?? 0));
      image.data.set([value, value, value, 255], 4 * index);
    }
    context.putImageData(image, 0, 0);
  }, [digit]);
  return <canvas ref={canvas} className="w-preview" width={SIDE} height={SIDE} role="img" aria-label={label} />;
}
