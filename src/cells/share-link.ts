/**
 * Code as a link: packed into the address behind the hash, which browsers send to no server, and unpacked as what it is, text of
 * unknown origin. Showing it, and running it only when asked, is the share page's part.
 */
import { packText, unpackText } from '../shared/deflated-text';
import type { Language } from '../shared/language';
import { siteAddress } from '../shared/site-address';

/** In bytes of UTF-8: links beyond about this are cut by mail and chat programs. */
export const LARGEST_CODE = 30 * 1024;
const LARGEST_NAME = 200;

export interface SharedCode {
  readonly code: string;
  /** The lesson and cell it began as; a claim of the link's maker. */
  readonly from: { readonly slug: string; readonly cell: number } | null;
}

const toBytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** @throws {RangeError} when the code is too large for a link */
export async function packShared(shared: SharedCode): Promise<string> {
  if (toBytes(shared.code).length > LARGEST_CODE) throw new RangeError('the code is too large for a link');
  const { code, from } = shared;
  return packText(JSON.stringify(from ? { code, slug: from.slug, cell: from.cell } : { code }));
}

/** Null for whatever `packShared` could not have made: cut, changed, or unpacking to more than it may. */
export async function unpackShared(text: string): Promise<SharedCode | null> {
  try {
    // JSON writes a byte as six at most.
    const json = await unpackText(text, 6 * LARGEST_CODE + 1000);
    return parse(JSON.parse(json) as unknown);
  } catch {
    return null;
  }
}

function parse(value: unknown): SharedCode | null {
  if (typeof value !== 'object' || value === null) return null;
  const { code, slug, cell } = value as Readonly<Record<string, unknown>>;
  if (typeof code !== 'string' || toBytes(code).length > LARGEST_CODE) return null;
  const known = typeof slug === 'string' && slug.length <= LARGEST_NAME && Number.isInteger(cell);
  return { code, from: known ? { slug, cell: cell as number } : null };
}

/** The address of shared code, on the site that the reader uses. */
export function sharedAddress(language: Language, packed: string): string {
  return `${siteAddress()}#/${language}/shared/${packed}`;
}

const SLUG = 'shared-';

export function isSharedSlug(slug: string): boolean {
  return slug.startsWith(SLUG);
}

/** A short name that is the same for the same link, for what the reader changes in it. */
export function sharedSlug(packed: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const char of packed) hash = BigInt.asUintN(64, (hash ^ BigInt(char.charCodeAt(0))) * 0x100000001b3n);
  return SLUG + hash.toString(36);
}
