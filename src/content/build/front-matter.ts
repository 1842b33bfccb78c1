/** Reads the block of `key: value` lines that opens a lesson; not YAML, so that nothing has a second meaning. */
import { LESSON_KINDS } from '../types';
import type { LessonKind } from '../types';
import { ContentError } from './error';

export interface FrontMatter {
  readonly title: string;
  /** `section` unless the text says otherwise. */
  readonly kind: LessonKind;
  readonly section: string;
  readonly minutes: number;
}

export interface Split {
  readonly matter: FrontMatter;
  /** The Markdown with the block blanked out, so that line numbers stay those of the file. */
  readonly body: string;
}

const KEYS = ['title', 'kind', 'section', 'minutes'] as const;
type Key = (typeof KEYS)[number];

function isKey(text: string): text is Key {
  return (KEYS as readonly string[]).includes(text);
}

export function splitFrontMatter(file: string, text: string): Split {
  const lines = text.split('\n');
  if (lines[0] !== '---') {
    throw new ContentError(file, 1, `a lesson opens with a line "---" and the keys ${KEYS.join(', ')}`);
  }
  const end = lines.indexOf('---', 1);
  if (end < 0) throw new ContentError(file, 1, 'the front matter is not closed by a second line "---"');

  const values = new Map<Key, { value: string; line: number }>();
  for (let index = 1; index < end; index++) {
    const line = index + 1;
    const match = /^(\w+): (.*\S)\s*$/.exec(lines[index] ?? '');
    if (!match) throw new ContentError(file, line, `expected "key: value", found "${lines[index] ?? ''}"`);
    const [, key = '', written = ''] = match;
    // Code hosts read the block as YAML, where some texts need quotes.
    const value = /^"(.*)"$/.exec(written)?.[1] ?? written;
    if (!isKey(key)) throw new ContentError(file, line, `unknown key "${key}"; known keys: ${KEYS.join(', ')}`);
    if (values.has(key)) throw new ContentError(file, line, `the key "${key}" stands twice`);
    values.set(key, { value, line });
  }

  const read = (key: Key) => {
    const found = values.get(key);
    if (!found) throw new ContentError(file, 1, `the front matter lacks "${key}"`);
    return found;
  };
  const minutes = read('minutes');
  if (!/^[1-9]\d*$/.test(minutes.value)) {
    throw new ContentError(file, minutes.line, `"minutes" is a whole number above 0, found "${minutes.value}"`);
  }
  const kind = values.get('kind') ?? { value: 'section', line: 1 };
  const known = LESSON_KINDS.find((each) => each === kind.value);
  if (!known) {
    throw new ContentError(file, kind.line, `"kind" is ${LESSON_KINDS.join(', ')}; found "${kind.value}"`);
  }
  return {
    matter: { title: read('title').value, kind: known, section: read('section').value, minutes: Number(minutes.value) },
    body: lines.map((line, index) => (index <= end ? '' : line)).join('\n'),
  };
}
