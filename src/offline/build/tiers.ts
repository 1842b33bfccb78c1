/** Decides which file of the built site belongs to which tier, from who imports whom. */
import { ON_REQUEST } from '../manifest';
import type { Tier } from '../manifest';

/** The part of a chunk of the bundle that matters here. */
export interface ChunkInfo {
  readonly file: string;
  readonly entry: boolean;
  readonly dynamicEntry: boolean;
  /** The module that the chunk stands for, when it is an entry of some kind. */
  readonly facade: string | null;
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
  /** Style sheets, fonts and pictures that it brings. */
  readonly assets: readonly string[];
}

/** Never loaded by readers. */
const RUNNER = /\/(runner|grader|regrade)\.html$/;
/** For the system that installs the app, which asks the network. */
const SYSTEM_ICON = /^icon-.*\.png$/;
/** Pages for few, which also work offline, but are fetched last. */
const TEACHING =
  /\/src\/(pages\/(Assign|Assignment|Author|Gradebook|Notebooks|Scratch)Page|instructor\/|content\/markdown)/;
/** Pages and texts that nobody needs before Python is there. */
const PRACTICE = /\/src\/pages\/(Api|Exercise|Example)\w*\.tsx$|\0virtual:(exercises\/|lessons\/example-)/;
const READING = /\/src\/pages\/|\0virtual:|\/index\.html$/;
/** Large and replaceable: the plain text field stands in for the editor, a diagram's source for the diagram. */
const COMFORT = /\/src\/editor\/|\/lessons\/.*\?raw$|\/node_modules\//;
/** The fonts that nearly every formula uses; the others are for rare symbols. */
const COMMON_FONTS = /KaTeX_(Main-Regular|Math-Italic)-[^/]*\.woff2$/;
const ON_REQUEST_FILE = /\/mnist-rest\b/;
const FONT = /\.(woff2?|ttf)$/;

function tierOfEntry(facade: string): Tier | null {
  if (RUNNER.test(facade)) return null;
  if (TEACHING.test(facade)) return 'extras';
  if (PRACTICE.test(facade)) return 'python';
  if (READING.test(facade)) return 'shell';
  return COMFORT.test(facade) ? 'extras' : 'python';
}

/** Tier by file; files of the headless runner alone are left out. */
export function assignTiers(chunks: readonly ChunkInfo[], assets: readonly string[]): ReadonlyMap<string, Tier> {
  const byFile = new Map(chunks.map((chunk) => [chunk.file, chunk]));
  const tiers = new Map<string, Tier>();
  const claim = (file: string, tier: Tier): void => {
    if (tiers.has(file)) return;
    const font = FONT.test(file);
    if (ON_REQUEST_FILE.test(file)) tiers.set(file, ON_REQUEST);
    else tiers.set(file, font ? (COMMON_FONTS.test(file) ? 'shell' : 'extras') : tier);
    const chunk = byFile.get(file);
    for (const next of [...(chunk?.imports ?? []), ...(chunk?.assets ?? [])]) claim(next, tier);
  };
  for (const tier of ['shell', 'python', 'extras'] as const) {
    for (const chunk of chunks) {
      const isEntry = chunk.entry || chunk.dynamicEntry;
      if (isEntry && chunk.facade !== null && tierOfEntry(chunk.facade) === tier) claim(chunk.file, tier);
    }
  }
  // A chunk that several entries share stands for no module: whoever loads it on demand needs it to run Python.
  for (const { file, dynamicImports } of chunks) {
    if (tiers.has(file)) for (const next of dynamicImports) claim(next, 'python');
  }
  // What no chunk claims was emitted by a plugin: the kernel's parts, or the editor's worker.
  for (const file of assets) {
    if (/\.worker-[^/]*\.js$/.test(file)) claim(file, 'extras');
    else if (!/^(runner|grader|regrade)\b/.test(file) && !SYSTEM_ICON.test(file))
      claim(file, file.startsWith('assets/') ? 'python' : 'shell');
  }
  return tiers;
}
