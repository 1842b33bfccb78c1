/**
 * Reads JSON from files of unknown origin field by field. Whatever is not exactly as expected throws a FormatError that names the
 * place; unknown fields are refused too, because they are a sign of another format or of an attempt.
 */
import { same } from './language';
import type { Translated } from './language';
import { TranslatedError } from './problem';
import { withoutUnseen } from './unseen';

export class FormatError extends TranslatedError {
  override readonly name = 'FormatError';
  /** `answers[2].code`; empty: the file as a whole. */
  readonly place: string;

  constructor(place: string, expected: Translated, received: unknown) {
    const shown = describe(received);
    super({
      ja: `${place === '' ? 'ファイル' : place}: ${expected.ja}が必要ですが、${shown.ja}でした`,
      en: `${place === '' ? 'the file' : place}: expected ${expected.en}, received ${shown.en}`,
    });
    this.place = place;
  }
}

const SHOWN = 40;

function describe(value: unknown): Translated {
  if (value === undefined) return { ja: '空', en: 'nothing' };
  if (Array.isArray(value)) return { ja: `${value.length} 個のリスト`, en: `a list of ${value.length}` };
  if (typeof value === 'object' && value !== null) return { ja: 'オブジェクト', en: 'an object' };
  if (typeof value === 'string' && value.length > SHOWN) {
    return { ja: `${value.length} 文字の文字列`, en: `a text of ${value.length} characters` };
  }
  return same(JSON.stringify(value) ?? typeof value);
}

const AN_OBJECT: Translated = { ja: 'オブジェクト', en: 'an object' };

/** @throws {FormatError} when it is no UTF-8 */
export function decodeText(bytes: Uint8Array, place = ''): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const first = [...bytes.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
    throw new FormatError(place, { ja: 'UTF-8 の文字列', en: 'text in UTF-8' }, first);
  }
}

/** @throws {FormatError} */
export function parseJson(text: string, limit: number): unknown {
  if (text.length > limit)
    throw new FormatError('', { ja: `${limit} 文字までの文字列`, en: `at most ${limit} characters` }, text);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new FormatError('', same('JSON'), text);
  }
}

/** A value at a place of the file; each method checks it and gives it out with its type. */
export class Strict {
  private readonly value: unknown;
  private readonly place: string;

  constructor(value: unknown, place = '') {
    this.value = value;
    this.place = place;
  }

  fail(expected: Translated): never {
    throw new FormatError(this.place, expected, this.value);
  }

  /** The fields of an object, all of them named in `known`; an absent one reads as undefined. */
  object(known: readonly string[]): (name: string) => Strict {
    const { value } = this;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return this.fail(AN_OBJECT);
    const fields = value as Readonly<Record<string, unknown>>;
    for (const name of Object.keys(fields)) {
      if (!known.includes(name))
        throw new FormatError(this.at(name), { ja: '決まった項目だけであること', en: 'no such field' }, fields[name]);
    }
    return (name) => new Strict(Object.hasOwn(fields, name) ? fields[name] : undefined, this.at(name));
  }

  /** An object of which only some fields matter here. */
  anyObject(): (name: string) => Strict {
    const { value } = this;
    return typeof value === 'object' && value !== null ? this.object(Object.keys(value)) : this.fail(AN_OBJECT);
  }

  /** An object whose keys are names (`slug`). */
  entries(read: (name: string, value: Strict) => void): void {
    const { value } = this;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return this.fail(AN_OBJECT);
    for (const [name, each] of Object.entries(value)) {
      read(new Strict(name, this.at(name.slice(0, SHOWN))).slug(), new Strict(each, this.at(name)));
    }
    return undefined;
  }

  isAbsent(): boolean {
    return this.value === undefined || this.value === null;
  }

  isText(): boolean {
    return typeof this.value === 'string';
  }

  isList(): boolean {
    return Array.isArray(this.value);
  }

  list<T>(limit: number, read: (item: Strict) => T): readonly T[] {
    const { value } = this;
    if (!Array.isArray(value) || value.length > limit)
      return this.fail({ ja: `${limit} 個までのリスト`, en: `a list of at most ${limit}` });
    return value.map((item: unknown, index) => read(new Strict(item, `${this.place}[${index}]`)));
  }

  text(limit: number): string {
    const { value } = this;
    return typeof value === 'string' && value.length <= limit
      ? value
      : this.fail({ ja: `${limit} 文字までの文字列`, en: `a text of at most ${limit} characters` });
  }

  /** A short text on one line: without control characters and without marks that turn the direction of text around. */
  line(limit: number): string {
    const { value } = this;
    return typeof value === 'string' && value.length <= limit && value.trim() !== '' && withoutUnseen(value) === value
      ? value
      : this.fail({ ja: `1 から ${limit} 文字の 1 行`, en: `a line of 1 to ${limit} characters` });
  }

  matching(pattern: RegExp, expected: Translated): string {
    const { value } = this;
    return typeof value === 'string' && pattern.test(value) ? value : this.fail(expected);
  }

  slug(): string {
    return this.matching(SLUG, {
      ja: '英小文字、数字、ハイフンの名前',
      en: 'a name of small letters, digits and hyphens',
    });
  }

  hash(): string {
    return this.matching(/^[0-9a-f]{64}$/, { ja: 'SHA-256 ハッシュ', en: 'a SHA-256 hash' });
  }

  /** As Date.toISOString() writes it. */
  time(): string {
    const value = this.matching(TIME, {
      ja: '2026-04-01T09:00:00.000Z のような時刻',
      en: 'a time as 2026-04-01T09:00:00.000Z',
    });
    return Number.isNaN(Date.parse(value)) ? this.fail({ ja: '時刻', en: 'a time' }) : value;
  }

  count(limit: number): number {
    const { value } = this;
    return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= limit
      ? value
      : this.fail({ ja: `0 から ${limit} の整数`, en: `a whole number from 0 to ${limit}` });
  }

  number(limit: number): number {
    const { value } = this;
    return typeof value === 'number' && value >= 0 && value <= limit
      ? value
      : this.fail({ ja: `0 から ${limit} の数`, en: `a number from 0 to ${limit}` });
  }

  flag(): boolean {
    return typeof this.value === 'boolean' ? this.value : this.fail({ ja: 'true か false ', en: 'true or false' });
  }

  oneOf<const T extends string | number>(choices: readonly T[]): T {
    const found = choices.find((choice) => choice === this.value);
    if (found !== undefined) return found;
    const named = choices.map((choice) => JSON.stringify(choice));
    return this.fail({ ja: named.join(' か '), en: named.join(' or ') });
  }

  orNull<T>(read: (value: Strict) => T): T | null {
    return this.value === null ? null : read(this);
  }

  private at(name: string): string {
    return this.place === '' ? name : `${this.place}.${name}`;
  }
}

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+){0,20}$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{3})?)?Z$/;

/** What can be read, or `otherwise`: one damaged part of what this browser keeps must not take the others along. */
export function readOr<T, U>(otherwise: U, read: () => T): T | U {
  try {
    return read();
  } catch (error) {
    if (error instanceof FormatError) return otherwise;
    throw error;
  }
}
