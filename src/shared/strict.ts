/**
 * Reads JSON from files of unknown origin field by field. Whatever is not exactly as expected throws a FormatError that names the
 * place; unknown fields are refused too, because they are a sign of another format or of an attempt.
 */

export class FormatError extends Error {
  override readonly name = 'FormatError';
  /** `answers[2].code` */
  readonly place: string;
  readonly expected: string;
  readonly received: string;

  constructor(place: string, expected: string, received: unknown) {
    const shown = describe(received);
    super(`${place === '' ? 'the file' : place}: expected ${expected}, received ${shown}`);
    this.place = place;
    this.expected = expected;
    this.received = shown;
  }
}

const SHOWN = 40;

function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  if (typeof value === 'string' && value.length > SHOWN) return `a text of ${value.length} characters`;
  return JSON.stringify(value) ?? typeof value;
}

/** @throws {FormatError} */
export function parseJson(text: string, limit: number): unknown {
  if (text.length > limit) throw new FormatError('', `at most ${limit} characters`, text);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new FormatError('', 'JSON', text);
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

  fail(expected: string): never {
    throw new FormatError(this.place, expected, this.value);
  }

  /** The fields of an object, all of them named in `known`; an absent one reads as undefined. */
  object(known: readonly string[]): (name: string) => Strict {
    const { value } = this;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return this.fail('an object');
    const fields = value as Readonly<Record<string, unknown>>;
    for (const name of Object.keys(fields)) {
      if (!known.includes(name)) throw new FormatError(this.at(name), 'no such field', fields[name]);
    }
    return (name) => new Strict(Object.hasOwn(fields, name) ? fields[name] : undefined, this.at(name));
  }

  /** An object of which only some fields matter here. */
  anyObject(): (name: string) => Strict {
    const { value } = this;
    return typeof value === 'object' && value !== null ? this.object(Object.keys(value)) : this.fail('an object');
  }

  /** An object whose keys are names (`slug`). */
  entries(read: (name: string, value: Strict) => void): void {
    const { value } = this;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return this.fail('an object');
    for (const [name, each] of Object.entries(value)) {
      read(new Strict(name, this.at(name.slice(0, SHOWN))).slug(), new Strict(each, this.at(name)));
    }
    return undefined;
  }

  isAbsent(): boolean {
    return this.value === undefined || this.value === null;
  }

  isList(): boolean {
    return Array.isArray(this.value);
  }

  list<T>(limit: number, read: (item: Strict) => T): readonly T[] {
    const { value } = this;
    if (!Array.isArray(value) || value.length > limit) return this.fail(`a list of at most ${limit}`);
    return value.map((item: unknown, index) => read(new Strict(item, `${this.place}[${index}]`)));
  }

  text(limit: number): string {
    const { value } = this;
    return typeof value === 'string' && value.length <= limit
      ? value
      : this.fail(`a text of at most ${limit} characters`);
  }

  /** A short text on one line: without control characters and without marks that turn the direction of text around. */
  line(limit: number): string {
    const value = this.text(limit);
    return value.trim() !== '' && !/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(value)
      ? value
      : this.fail(`a line of 1 to ${limit} characters`);
  }

  matching(pattern: RegExp, expected: string): string {
    const { value } = this;
    return typeof value === 'string' && pattern.test(value) ? value : this.fail(expected);
  }

  slug(): string {
    return this.matching(SLUG, 'a name of small letters, digits and hyphens');
  }

  /** As Date.toISOString() writes it. */
  time(): string {
    const value = this.matching(TIME, 'a time as 2026-04-01T09:00:00.000Z');
    return Number.isNaN(Date.parse(value)) ? this.fail('a time') : value;
  }

  count(limit: number): number {
    const { value } = this;
    return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= limit
      ? value
      : this.fail(`a whole number from 0 to ${limit}`);
  }

  number(limit: number): number {
    const { value } = this;
    return typeof value === 'number' && value >= 0 && value <= limit ? value : this.fail(`a number from 0 to ${limit}`);
  }

  flag(): boolean {
    return typeof this.value === 'boolean' ? this.value : this.fail('true or false');
  }

  oneOf<const T extends string | number>(choices: readonly T[]): T {
    const found = choices.find((choice) => choice === this.value);
    return found ?? this.fail(choices.map((choice) => JSON.stringify(choice)).join(' or '));
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
