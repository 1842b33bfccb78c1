/**
 * Files both ways: those of real PyTorch, NumPy and h5py (committed, made by make_fixtures.py) are read here; ours are opened by
 * the real libraries where a Python with them is installed ($ORACLE_PYTHON, else /usr/bin/python3), and the reason is printed
 * where not.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../../..');
const PYTHON = process.env['ORACLE_PYTHON'] ?? '/usr/bin/python3';
const LIMIT = 300_000;

const work = mkdtempSync(join(tmpdir(), 'interchange-'));
afterAll(() => rmSync(work, { recursive: true }));

/** Runs a program on our packages; gives the lines that it printed. */
function printed(program: string): string[] {
  const file = join(import.meta.dirname, `${program}.py`);
  const args = ['scripts/python.mjs', '--out', work, file];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return readFileSync(join(work, `${program}.out`), 'utf8')
    .trim()
    .split('\n');
}

test(
  'files that the real libraries wrote are read here',
  () => {
    const lines = printed('read_theirs');
    expect(lines).toEqual([
      'pt: read',
      'legacy.pt: read',
      'model.pt: read',
      'arrays.npz: read',
      'compressed.npz: read',
      'objects.npy: refused',
      'model.keras: read',
      'model.h5: read',
      'model.h5: a short loss is refused',
      'model.weights.h5: weights read',
      'latest.weights.h5: weights read',
      'model.h5: weights read',
      'model.keras: weights read',
      'compressed.weights.h5: refused',
    ]);
  },
  LIMIT,
);

test(
  'the real libraries open files that were written here',
  (context) => {
    if (!existsSync(PYTHON)) {
      console.log(`skipped: there is no ${PYTHON}; set ORACLE_PYTHON to a Python with PyTorch, NumPy and h5py`);
      context.skip();
    }
    for (const line of printed('write_ours')) {
      const { name, data } = JSON.parse(line) as { name: string; data: string };
      writeFileSync(join(work, name), Buffer.from(data, 'base64'));
    }
    const args = ['-W', 'ignore', join(import.meta.dirname, 'check_ours.py'), work];
    const { status, stdout, stderr } = spawnSync(PYTHON, args, { encoding: 'utf8' });
    const skipped = stdout.split('\n').filter((line) => line.startsWith('skipped'));
    if (skipped.length > 0) console.log(skipped.join('\n'));
    expect(stderr).toBe('');
    expect(status).toBe(0);
  },
  LIMIT,
);
