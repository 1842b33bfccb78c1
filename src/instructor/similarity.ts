/**
 * Which submissions of an exercise are alike, after the starter code is taken away: fingerprints of token sequences, chosen by winnowing
 * (Schleimer, Wilkerson, Aiken: Winnowing, SIGMOD 2003), find the pairs; the passages of a pair are then matched in full. A pair is a
 * reason to look, not a verdict.
 */
import { comparedTokens } from './similarity-tokens';
import type { ComparedToken } from './similarity-tokens';

/** Tokens in a compared sequence: about two lines; shorter ones are alike by chance. */
const GRAM = 14;
/** Every shared passage of GRAM + WINDOW - 1 tokens is found. */
const WINDOW = 6;
/** Work with less of its own is not compared: there is only one way to fill in a line. */
const LEAST_OWN = 30;
/** In classes of this size, sequences that most have are the exercise's, not one student's. */
const CLASS = 8;
/** Longer work, and more places of one sequence, are no honest answer; comparing them in full would take minutes. */
const MOST_TOKENS = 6_000;
const MOST_PLACES = 20;

interface Work {
  readonly name: string;
  readonly code: string;
}

/** Lines, from 1, both included. */
interface Lines {
  readonly from: number;
  readonly to: number;
}

interface Passage {
  readonly a: Lines;
  readonly b: Lines;
  readonly tokens: number;
}

export interface SimilarPair {
  readonly a: string;
  readonly b: string;
  /** Share of their own tokens that is in common passages, from 0 to 1. */
  readonly share: number;
  readonly passages: readonly Passage[];
}

interface Prepared {
  readonly name: string;
  readonly tokens: readonly ComparedToken[];
  /** The sequence that starts at each token. */
  readonly grams: readonly string[];
  /** Starts of sequences that are the student's own. */
  readonly own: readonly boolean[];
  readonly ownTokens: number;
}

/** Pairs whose share is at least `threshold`, most alike first. */
export function similarPairs(works: readonly Work[], starter: string, threshold: number): readonly SimilarPair[] {
  const known = new Set(gramsOf(comparedTokens(starter)));
  const parts = works.map(({ name, code }) => {
    const tokens = comparedTokens(code).slice(0, MOST_TOKENS);
    return { name, tokens, grams: gramsOf(tokens) };
  });
  for (const gram of commonGrams(parts.map(({ grams }) => grams))) known.add(gram);
  const prepared = parts
    .map(({ name, tokens, grams }): Prepared => {
      const own = grams.map((gram) => !known.has(gram));
      return { name, tokens, grams, own, ownTokens: covered(own) };
    })
    .filter(({ ownTokens }) => ownTokens >= LEAST_OWN);
  return candidates(prepared)
    .map(([a, b]) => comparePair(a, b))
    .filter(({ share, passages }) => passages.length > 0 && share >= threshold)
    .toSorted((a, b) => b.share - a.share);
}

function gramsOf(tokens: readonly ComparedToken[]): readonly string[] {
  const keys = tokens.map(({ key }) => key);
  return keys.slice(0, Math.max(0, keys.length - GRAM + 1)).map((_, at) => keys.slice(at, at + GRAM).join(' '));
}

function commonGrams(works: readonly (readonly string[])[]): readonly string[] {
  if (works.length < CLASS) return [];
  const count = new Map<string, number>();
  for (const grams of works) for (const gram of new Set(grams)) count.set(gram, (count.get(gram) ?? 0) + 1);
  return [...count].filter(([, times]) => times > works.length / 2).map(([gram]) => gram);
}

/** How many tokens stand in at least one of the marked sequences. */
function covered(marked: readonly boolean[]): number {
  let tokens = 0;
  let until = 0;
  for (const [at, mark] of marked.entries()) {
    if (!mark) continue;
    tokens += at + GRAM - Math.max(until, at);
    until = at + GRAM;
  }
  return tokens;
}

/** Of each window of sequences one is chosen, the same wherever the window stands. */
function fingerprints({ grams, own }: Prepared): ReadonlySet<string> {
  const hashes = grams.map(hash);
  const chosen = new Set<string>();
  for (let start = 0; start === 0 || start + WINDOW <= hashes.length; start += 1) {
    let best = -1;
    for (let at = start; at < Math.min(start + WINDOW, hashes.length); at += 1) {
      if (own[at] && (best < 0 || (hashes[at] ?? 0) <= (hashes[best] ?? 0))) best = at;
    }
    const gram = grams[best];
    if (gram !== undefined) chosen.add(gram);
  }
  return chosen;
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return value;
}

function candidates(works: readonly Prepared[]): readonly (readonly [Prepared, Prepared])[] {
  const holders = new Map<string, number[]>();
  for (const [index, work] of works.entries()) {
    for (const print of fingerprints(work)) holders.set(print, [...(holders.get(print) ?? []), index]);
  }
  const pairs = new Set<number>();
  for (const indices of holders.values()) {
    for (const [at, first] of indices.entries()) {
      for (const second of indices.slice(at + 1)) pairs.add(first * works.length + second);
    }
  }
  return [...pairs].flatMap((pair) => {
    const [a, b] = [works[Math.floor(pair / works.length)], works[pair % works.length]];
    return a && b ? [[a, b] as const] : [];
  });
}

function comparePair(a: Prepared, b: Prepared): SimilarPair {
  const inA = a.grams.map(() => false);
  const inB = b.grams.map(() => false);
  const places = new Map<string, number[]>();
  for (const [at, gram] of b.grams.entries()) {
    if (b.own[at]) places.set(gram, [...(places.get(gram) ?? []), at].slice(-MOST_PLACES));
  }
  const passages: (Passage & { readonly start: number })[] = [];
  for (let at = 0; at < a.grams.length; at += 1) {
    const best = a.own[at] ? longestMatch(a, b, at, places.get(a.grams[at] ?? '') ?? []) : null;
    if (!best) continue;
    inA.fill(true, at, at + best.length);
    inB.fill(true, best.start, best.start + best.length);
    const tokens = best.length + GRAM - 1;
    passages.push({ start: at, tokens, a: linesOf(a, at, tokens), b: linesOf(b, best.start, tokens) });
    at += best.length - 1;
  }
  const share = (covered(inA) + covered(inB)) / (a.ownTokens + b.ownTokens);
  return {
    a: a.name,
    b: b.name,
    share,
    passages: passages.map(({ tokens, ...each }) => ({ a: each.a, b: each.b, tokens })),
  };
}

/** Of the places in b, the one from which the most sequences go on as in a. */
function longestMatch(
  a: Prepared,
  b: Prepared,
  at: number,
  places: readonly number[],
): { readonly start: number; readonly length: number } | null {
  let best: { start: number; length: number } | null = null;
  for (const start of places) {
    let length = 1;
    while (a.own[at + length] && b.own[start + length] && a.grams[at + length] === b.grams[start + length]) length += 1;
    if (!best || length > best.length) best = { start, length };
  }
  return best;
}

function linesOf({ tokens }: Prepared, start: number, length: number): Lines {
  return { from: tokens[start]?.line ?? 1, to: tokens[start + length - 1]?.line ?? 1 };
}
