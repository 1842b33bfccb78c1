/** docs/torch-api.md, docs/keras-api.md and what is generated beside it say what the package says; and the package's answers are true. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

function node(...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
}

test('the API table is fresh (npm run api writes it)', () => {
  const { status, stderr } = node('scripts/api-table.mjs', '--check');
  expect(stderr).toBe('');
  expect(status).toBe(0);
}, 180_000);

test('a name that is not here says so and is absent for hasattr', () => {
  const folder = mkdtempSync(join(tmpdir(), 'torch-missing-'));
  try {
    const program = join(folder, 'missing.py');
    writeFileSync(
      program,
      [
        'import torch',
        'print(hasattr(torch, "geqrf"), hasattr(torch.Tensor, "geqrf"), hasattr(torch.ones(1), "geqrf"), hasattr(torch, "abs"))',
        'for code in ("torch.geqrf", "torch.ones(1).geqrf(4)", "from torch import geqrf", "import torch.distributed", "torch.unheard_of"):',
        '    try: exec(code)',
        '    except Exception as error: print(isinstance(error, NotImplementedError), error)',
      ].join('\n'),
    );
    const { stdout, stderr } = node('scripts/python.mjs', program);
    expect(stderr).toBe('');
    const lines = stdout.trim().split('\n');
    expect(lines[0]).toBe('False False False True');
    for (const line of lines.slice(1, 5)) {
      expect(line).toMatch(/^True torch\.\S+ is not here; the nearest thing that works: \S/);
    }
    expect(lines[5]).toBe("False module 'torch' has no attribute 'unheard_of'");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 180_000);
