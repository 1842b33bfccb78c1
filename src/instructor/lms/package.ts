/** An assignment with the whole site as one package for a learning management system. The files are those that offline use keeps. */
import type { Language } from '../../shared/language';
import { Strict } from '../../shared/strict';
import { writeAssignment } from '../assignment';
import type { Assignment } from '../assignment';
import { writeZip } from '../zip';
import { LAUNCH_FILE, cmi5Course, scorm12Manifest, scorm2004Manifest } from './manifests';
import { ASSIGNMENT_FILE, PACKAGE_FILE } from './mastery';

export const PACKAGE_KINDS = ['scorm12', 'scorm2004', 'cmi5'] as const;
export type PackageKind = (typeof PACKAGE_KINDS)[number];

/** The part of an address that says: the assignment lies beside the site. */
export const IN_PACKAGE = 'package';
const OFFLINE_LIST = 'offline.json';
const START_FILE = 'index.html';

interface PackageOptions {
  readonly kind: PackageKind;
  readonly assignment: Assignment;
  readonly language: Language;
  readonly mastery: number;
  /** cmi5: where the record store is, when it is not on the site's own origin; pages may connect nowhere else. */
  readonly store: string | null;
  /** Where the site lies, with a slash at the end. */
  readonly site: string;
}

/** @throws when a file of the site cannot be fetched */
export async function buildPackage(options: PackageOptions): Promise<Uint8Array<ArrayBuffer>> {
  const { site } = options;
  const list = await fetchBytes(`${site}${OFFLINE_LIST}`);
  const paths = readPaths(new TextDecoder().decode(list));
  const files: [string, Uint8Array | string][] = [[OFFLINE_LIST, list]];
  for (const path of paths) {
    const bytes = await fetchBytes(`${site}${path === START_FILE ? '' : path}`);
    const { kind, store } = options;
    const opened = path === START_FILE && kind === 'cmi5' && store !== null;
    files.push([path, opened ? allowStore(new TextDecoder().decode(bytes), store) : bytes]);
  }
  return writeZip([...files, ...packageFiles(options, [...files.map(([path]) => path)])]);
}

/**
 * The start page with leave to connect to the record store, too.
 *
 * @throws {TypeError} when the address is none, or the page's policy is written in another way now
 */
export function allowStore(page: string, store: string): string {
  const { origin, protocol } = new URL(store);
  if (protocol !== 'https:' && protocol !== 'http:') throw new TypeError(`${store} is no web address`);
  const changed = page.replace(/connect-src (?:'self'|&#39;self&#39;)/, (rule) => `${rule} ${origin}`);
  if (changed === page) throw new TypeError('the page has no policy for connections');
  return changed;
}

/** What a package has besides the site. */
export function packageFiles(
  { kind, assignment, language, mastery }: Omit<PackageOptions, 'site' | 'store'>,
  site: readonly string[],
): readonly (readonly [string, string])[] {
  const own: (readonly [string, string])[] = [
    [LAUNCH_FILE, launchPage(language)],
    [ASSIGNMENT_FILE, writeAssignment(assignment)],
    [PACKAGE_FILE, JSON.stringify({ mastery })],
  ];
  const facts = {
    id: assignment.id,
    title: assignment.title,
    language,
    mastery,
    files: [...site, ...own.map(([path]) => path)],
  };
  if (kind === 'cmi5') return [...own, ['cmi5.xml', cmi5Course(facts)]];
  return [...own, ['imsmanifest.xml', kind === 'scorm12' ? scorm12Manifest(facts) : scorm2004Manifest(facts)]];
}

/** Systems add parameters to the address of the launch: they are handed on. */
function launchPage(language: Language): string {
  const start = `#/${language}/assignment/${IN_PACKAGE}`;
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <title>Torch Playground</title>
  </head>
  <body>
    <p><a href="index.html${start}">Torch Playground</a></p>
    <script>location.replace('index.html' + location.search + '${start}');</script>
  </body>
</html>
`;
}

function readPaths(text: string): readonly string[] {
  const list = new Strict(JSON.parse(text) as unknown).anyObject();
  return list('files').list(10_000, (file) => file.anyObject()('path').text(500));
}

async function fetchBytes(address: string): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
