/** A figure as files: what the page shows as one SVG or PNG, and its numbers as CSV. */
import type { Figure } from '../protocol/figure';
import { tableOf } from './figure-rows';

const SVG = 'http://www.w3.org/2000/svg';
/** What a drawing takes from the page's style sheets and must carry with it. */
const STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'stroke-linecap',
  'opacity',
  'font-size',
  'font-weight',
  'font-family',
  'text-anchor',
  'dominant-baseline',
  'image-rendering',
] as const;
const ALL_POINTS = 100_000;

/** The drawing as it stands on the page, theme included. */
export function figureSvg(drawing: HTMLElement): string {
  const frame = drawing.getBoundingClientRect();
  const result = document.createElementNS(SVG, 'svg');
  result.setAttribute('xmlns', SVG);
  result.setAttribute('width', String(Math.ceil(frame.width)));
  result.setAttribute('height', String(Math.ceil(frame.height)));
  const ground = document.createElementNS(SVG, 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute(
    'fill',
    getComputedStyle(document.documentElement).getPropertyValue('--surface').trim() || '#fff',
  );
  result.append(ground);
  for (const part of drawing.querySelectorAll(
    'svg, canvas, .figure-title, .axes-title, .legend-entry, .legend-title',
  )) {
    const at = part.getBoundingClientRect();
    const place = { x: at.left - frame.left, y: at.top - frame.top, width: at.width, height: at.height };
    if (part instanceof SVGSVGElement) result.append(placedSvg(part, place));
    else if (part instanceof HTMLCanvasElement) result.append(placedImage(part, place));
    else result.append(placedText(part, place));
  }
  return new XMLSerializer().serializeToString(result);
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function put(element: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}

function placedSvg(source: SVGSVGElement, place: Place): SVGElement {
  const copy = source.cloneNode(true) as SVGSVGElement;
  inlineStyles(source, copy);
  copy.removeAttribute('class');
  put(copy, { ...place, overflow: 'visible' });
  return copy;
}

function inlineStyles(source: Element, copy: Element): void {
  const style = getComputedStyle(source);
  for (const name of STYLES) {
    const value = style.getPropertyValue(name);
    if (value !== '' && value !== 'auto') copy.setAttribute(name, value);
  }
  copy.removeAttribute('style');
  for (const [index, child] of [...source.children].entries()) {
    const twin = copy.children[index];
    if (twin) inlineStyles(child, twin);
  }
}

function placedImage(canvas: HTMLCanvasElement, place: Place): SVGElement {
  const image = document.createElementNS(SVG, 'image');
  put(image, { ...place, href: canvas.toDataURL(), preserveAspectRatio: 'none' });
  image.setAttribute('style', 'image-rendering:pixelated');
  return image;
}

function placedText(source: Element, { x, y, width, height }: Place): SVGElement {
  const style = getComputedStyle(source);
  const entry = source.classList.contains('legend-entry');
  const text = document.createElementNS(SVG, 'text');
  text.textContent = source.textContent;
  put(text, {
    x: entry ? x + width : x + width / 2,
    y: y + height / 2,
    fill: style.color,
    'font-size': style.fontSize,
    'font-weight': style.fontWeight,
    'font-family': style.fontFamily,
    'text-anchor': entry ? 'end' : 'middle',
    'dominant-baseline': 'central',
  });
  return text;
}

export function figureCsv(figure: Figure): string {
  const tables = figure.axes.flatMap((axes) => {
    const table = tableOf(axes, ALL_POINTS);
    if (!table) return [];
    const title = axes.title && figure.axes.length > 1 ? [[axes.title]] : [];
    return [[...title, table.names, ...table.rows].map((row) => row.map(csvField).join(',')).join('\r\n')];
  });
  // The mark tells spreadsheets that this is UTF-8.
  return `\uFEFF${tables.join('\r\n\r\n')}\r\n`;
}

function csvField(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function save(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export function saveText(name: string, text: string, type: string): void {
  save(name, new Blob([text], { type: `${type};charset=utf-8` }));
}

/** Twice the size on the screen, as for a sharp display. */
export async function savePng(name: string, svg: string): Promise<void> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width * 2;
  canvas.height = image.height * 2;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => {
    if (blob) save(name, blob);
  }, 'image/png');
}
