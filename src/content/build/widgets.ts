/** Reads the text of a widget: lines `key: value`, a line `---`, then what a reader without the widget sees. */
import { ContentError } from './error';

export interface WidgetText {
  readonly options: Readonly<Record<string, string>>;
  readonly fallback: string;
}

/** `start`: the line of the fence. */
export function readWidgetText(file: string, source: string, start: number): WidgetText {
  const lines = source.split('\n');
  const end = lines.indexOf('---');
  const options: Record<string, string> = {};
  for (const [index, text] of lines.slice(0, Math.max(end, 0)).entries()) {
    const [, key, value] = /^([a-z][a-zA-Z0-9_-]*): (.*\S)\s*$/.exec(text) ?? [];
    const line = start + 1 + index;
    if (key === undefined || value === undefined) {
      throw new ContentError(file, line, `a widget has lines "key: value" before its "---", found "${text}"`);
    }
    if (Object.hasOwn(options, key)) throw new ContentError(file, line, `the option "${key}" stands twice`);
    options[key] = value;
  }
  const fallback = lines
    .slice(end + 1)
    .join('\n')
    .trim();
  if (fallback === '') {
    throw new ContentError(
      file,
      start,
      'a widget has a text for readers without it: options, a line "---", then the text',
    );
  }
  return { options, fallback };
}
