/** Lists our own source files; what tools and builds make is left out. */
import { existsSync, readdirSync } from 'node:fs';

const SKIPPED = new Set(['node_modules', 'dist', '__pycache__']);

/**
 * @param {readonly string[]} roots folders, relative to the current one; missing ones count as empty
 * @param {readonly string[]} endings such as `.ts`
 * @returns {string[]} sorted paths with forward slashes
 */
export function sourceFiles(roots, endings) {
  const files = [];
  const open = roots.filter((root) => existsSync(root));
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory() && !SKIPPED.has(entry.name)) open.push(path);
      else if (entry.isFile() && endings.some((ending) => entry.name.endsWith(ending))) files.push(path);
    }
  }
  return files.sort();
}
