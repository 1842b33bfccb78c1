/** What HTML from lesson code may hold: the lists that RichText builds from. */

export const TAGS = new Set(
  (
    'a abbr b blockquote br caption center cite code col colgroup dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 ' +
    'hr i img ins kbd li mark meter ol p pre progress q s samp small span strong sub summary sup table tbody td tfoot th thead ' +
    'time tr u ul var wbr'
  ).split(' '),
);

export const VOID_TAGS = new Set(['br', 'col', 'hr', 'img', 'wbr']);

/** Nothing that places something outside the output (position, z-index) or loads something (url). */
export const STYLES = [
  'background-color',
  'border',
  'border-bottom',
  'border-collapse',
  'border-color',
  'border-left',
  'border-radius',
  'border-right',
  'border-top',
  'color',
  'display',
  'flex-direction',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'gap',
  'height',
  'line-height',
  'list-style-type',
  'margin-bottom',
  'margin-left',
  'margin-right',
  'margin-top',
  'max-width',
  'min-width',
  'padding-bottom',
  'padding-left',
  'padding-right',
  'padding-top',
  'text-align',
  'text-decoration',
  'vertical-align',
  'white-space',
  'width',
] as const;

/** A style object for React from pairs of names and values. */
export function safeStyle(pairs: readonly (readonly [string, string])[]): Readonly<Record<string, string>> {
  const style: Record<string, string> = {};
  for (const [name, value] of pairs) {
    if (value === '' || value.length > 200 || /url|expression|image|var\(|attr\(|[\\@<]/i.test(value)) continue;
    if (name === 'display' && !/^(block|inline|inline-block|flex|inline-flex|grid|none|table|table-cell)$/.test(value))
      continue;
    // A negative margin would cover what stands around the output.
    if (name.startsWith('margin') && value.includes('-')) continue;
    style[name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())] = value;
  }
  return style;
}

const WEB_ADDRESS = /^https?:\/\//i;
const PICTURE = /^data:image\/(png|jpeg|gif|webp|svg\+xml)[;,]/i;
const NUMBER = /^\d{1,4}(\.\d+)?(px|%)?$/;

/** The attributes that stay, under React's names. */
export function attributesOf(
  tag: string,
  get: (name: string) => string | null,
): Readonly<Record<string, string | boolean>> {
  const kept: Record<string, string | boolean> = {};
  const keep = (name: string, test: RegExp, property = name): void => {
    const value = get(name);
    if (value !== null && test.test(value.trim())) kept[property] = value.trim();
  };
  keep('title', /^[^]{1,300}$/);
  if (tag === 'a') {
    keep('href', WEB_ADDRESS);
    if (kept['href'] !== undefined) Object.assign(kept, { target: '_blank', rel: 'noopener noreferrer nofollow' });
  }
  if (tag === 'img') {
    keep('src', PICTURE);
    keep('width', NUMBER);
    keep('height', NUMBER);
    kept['alt'] = get('alt') ?? '';
  }
  if (tag === 'td' || tag === 'th') {
    keep('colspan', /^\d{1,3}$/, 'colSpan');
    keep('rowspan', /^\d{1,3}$/, 'rowSpan');
  }
  if (tag === 'th') keep('scope', /^(row|col)$/);
  if (tag === 'progress' || tag === 'meter') {
    keep('value', NUMBER);
    keep('max', NUMBER);
  }
  if (tag === 'details' && get('open') !== null) kept['open'] = true;
  return kept;
}
