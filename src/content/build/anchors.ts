/** Names headings: one anchor for all languages, made from the English text so that a place survives a language switch. */
import { ContentError } from './error';
import type { Outline } from './outline';

/** The anchor a code host gives a heading, which is what authors write in links. */
export function hostSlug(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replace(/ /g, '-');
}

function anchorFor(text: string): string {
  return hostSlug(text)
    .replace(/[^a-z0-9-]/g, '')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');
}

/** The anchors of a lesson's headings, in order. */
export function anchorsOf(english: Outline): readonly string[] {
  const taken = new Map<string, number>();
  return english.headings.map(({ text, line }) => {
    const anchor = anchorFor(text);
    if (!anchor) throw new ContentError(english.file, line, `heading "${text}" has no letters to make an anchor from`);
    const twin = taken.get(anchor);
    if (twin) throw new ContentError(english.file, line, `heading "${text}" repeats the one on line ${twin}`);
    taken.set(anchor, line);
    return anchor;
  });
}
