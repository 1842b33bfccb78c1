/** The page of the other libraries: makes the work that its address asks for. */
import type { Work } from './work';

const LIBRARIES: Readonly<Record<string, () => Promise<{ prepare(work: string): Promise<Work> }>>> = {
  'jax-js': () => import('./jax-js'),
  'tfjs-core': () => import('./tfjs-core'),
  'tfjs-layers': () => import('./tfjs-layers'),
};

declare global {
  interface Window {
    /** What bench/contenders/web.mjs drives. */
    work: Promise<Work>;
  }
}

async function prepare(): Promise<Work> {
  const asked = new URLSearchParams(location.search);
  const library = LIBRARIES[asked.get('library') ?? ''];
  if (library === undefined) throw new Error(`no such library: ${location.search}`);
  return (await library()).prepare(asked.get('work') ?? '');
}

window.work = prepare();
