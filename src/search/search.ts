/** Finds passages of lessons: whole terms first, also beginnings of words and words with a slip. Works on what is given to it. */
import MiniSearch from 'minisearch';
import type { Passage } from './passages';
import { isCjk, normalize, tokensOfQuery, tokensOfText } from './tokens';

export interface Hit {
  readonly passage: Passage;
  /** The words around the first find, cut into what was found and what was not. */
  readonly excerpt: readonly Piece[];
}

export interface Piece {
  readonly text: string;
  readonly found: boolean;
}

export interface Search {
  find(query: string): readonly Hit[];
}

const MOST = 12;
/** Characters before and behind a find. */
const AROUND = { before: 24, behind: 90 };

export function makeSearch(passages: readonly Passage[]): Search {
  const index = new MiniSearch<Passage>({
    fields: ['title', 'heading', 'text', 'code'],
    tokenize: tokensOfText,
    // Tokens are normalized already.
    processTerm: (term) => term,
    searchOptions: {
      boost: { title: 3, heading: 4, text: 1, code: 0.7 },
      tokenize: tokensOfQuery,
      prefix: (term) => !isCjk(term) || term.length === 1,
      fuzzy: (term) => (!isCjk(term) && term.length > 3 ? 0.25 : false),
    },
  });
  index.addAll(passages);
  const byId = new Map(passages.map((passage) => [passage.id, passage]));
  return {
    find(query) {
      if (tokensOfQuery(query).length === 0) return [];
      const all = index.search(query, { combineWith: 'AND' });
      const found = all.length > 0 ? all : index.search(query, { combineWith: 'OR' });
      return found.slice(0, MOST).flatMap(({ id, terms }) => {
        const passage = byId.get(String(id));
        return passage ? [{ passage, excerpt: excerptOf(passage, query, terms) }] : [];
      });
    },
  };
}

function excerptOf({ text, code }: Passage, query: string, terms: readonly string[]): readonly Piece[] {
  // The reader's own words first, then what the index found for them, longest first.
  const words = [query.trim(), ...query.trim().split(/\s+/), ...[...terms].sort((a, b) => b.length - a.length)]
    .map(normalize)
    .filter((word) => word !== '');
  for (const source of [text, code]) {
    const shown = source.replaceAll(/\s+/g, ' ');
    // Normalizing may change lengths: then positions would be off, and nothing is marked.
    const plain = normalize(shown);
    if (plain.length !== shown.length) continue;
    const word = words.find((each) => plain.includes(each));
    if (word !== undefined) return cut(shown, plain.indexOf(word), word.length);
  }
  return cut((text || code).replaceAll(/\s+/g, ' '), 0, 0);
}

function cut(text: string, at: number, length: number): readonly Piece[] {
  const from = Math.max(0, at - AROUND.before);
  const to = Math.min(text.length, at + length + AROUND.behind);
  return [
    { text: (from > 0 ? '…' : '') + text.slice(from, at), found: false },
    { text: text.slice(at, at + length), found: true },
    { text: text.slice(at + length, to) + (to < text.length ? '…' : ''), found: false },
  ].filter((piece) => piece.text !== '');
}
