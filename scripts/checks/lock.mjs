/**
 * Checks that package-lock.json serves every platform and registry; `--write` mends it.
 *
 * npm locks only the platform packages that the registry at hand serves, and `npm ci` then refuses the lock where another
 * registry serves more (https://github.com/npm/cli/issues/4828). It also writes that registry's addresses into the lock.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} Entry
 * @property {string} [version]
 * @property {string} [resolved]
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {Record<string, string>} [optionalDependencies]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 */

/**
 * @param {Record<string, Entry>} packages as in package-lock.json
 * @returns {{ packages: Record<string, Entry>, problems: string[] }} the mended table, and what was wrong
 */
export function mendLock(packages) {
  /** @type {Record<string, Entry>} */
  const mended = {};
  const problems = [];
  for (const [path, entry] of Object.entries(packages)) {
    const { resolved, ...rest } = entry;
    if (resolved !== undefined) problems.push(`${path} names a registry: ${resolved}`);
    mended[path] = rest;
  }
  for (const [path, entry] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      const version = range.replace(/^[~^]/, '');
      if (find(mended, path, name) !== null) continue;
      problems.push(`${path} wants ${name}@${range}, which is not locked`);
      const free = !(`node_modules/${name}` in mended);
      mended[free ? `node_modules/${name}` : `${path}/node_modules/${name}`] = {
        version,
        ...platformOf(name),
        ...(entry.dev === true ? { dev: true } : {}),
        optional: true,
      };
    }
  }
  const sorted = Object.fromEntries(Object.entries(mended).sort(([a], [b]) => a.localeCompare(b, 'en')));
  return { packages: sorted, problems };
}

/**
 * Looks a package up as Node does: in the nearest node_modules first.
 *
 * @param {Record<string, Entry>} packages
 * @param {string} from
 * @param {string} name
 * @returns {Entry | null}
 */
function find(packages, from, name) {
  for (let path = from; ; path = path.replace(/\/?node_modules\/(@[^/]+\/)?[^/]+$/, '')) {
    const found = packages[path === '' ? `node_modules/${name}` : `${path}/node_modules/${name}`];
    if (found !== undefined) return found;
    if (path === '') return null;
  }
}

/**
 * Where a platform package installs, read from its name (`@oxlint/binding-linux-arm64-musl`); npm needs it to leave the
 * package out elsewhere.
 *
 * @param {string} name
 * @returns {{ os?: string[], cpu?: string[], libc?: string[] }}
 * @throws {Error} when the name does not say it
 */
export function platformOf(name) {
  if (name === 'fsevents') return { os: ['darwin'] };
  const words = name.split(/[-/_]/);
  const os = words.find((word) =>
    /^(aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32)$/.test(word),
  );
  const cpu = words.find((word) => /^(arm|arm64|ia32|loong64|mips64el|ppc64|riscv64|s390x|wasm32|x64)$/.test(word));
  if (cpu === undefined || (os === undefined && cpu !== 'wasm32')) {
    throw new Error(`The platform of ${name} cannot be read from its name: add it to scripts/checks/lock.mjs.`);
  }
  const libc = words.some((word) => word.startsWith('musl'))
    ? 'musl'
    : words.some((word) => word.startsWith('gnu'))
      ? 'glibc'
      : null;
  return {
    ...(os === undefined ? {} : { os: [os] }),
    cpu: [cpu],
    ...(os === 'linux' && libc !== null ? { libc: [libc] } : {}),
  };
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const { packages, problems } = mendLock(lock.packages);
  if (process.argv.includes('--write')) {
    writeFileSync('package-lock.json', `${JSON.stringify({ ...lock, packages }, null, 2)}\n`);
    console.log(`${problems.length} entries mended`);
  } else {
    for (const problem of problems) console.error(problem);
    if (problems.length > 0) console.error('`node scripts/checks/lock.mjs --write` mends this.');
    console.log(`${Object.keys(packages).length} packages, ${problems.length} problems`);
    process.exitCode = problems.length > 0 ? 1 : 0;
  }
}
