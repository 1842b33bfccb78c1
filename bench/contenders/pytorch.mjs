/**
 * Native PyTorch on one thread: the same Python file, in a process of its own (W1's for W8, which is Keras). Left out where
 * there is no PyTorch. numpy.mjs runs its files in the same way.
 */
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from '../../scripts/setup.mjs';

export const name = 'native PyTorch (1 thread)';

const SERVE = `
import json, sys
for path in sys.argv[1:]:
    exec(compile(open(path).read(), path, 'exec'))
print('ready', flush=True)
for line in sys.stdin:
    print(json.dumps(eval(line)), flush=True)
`;

/** Where a Python with a package is: ORACLE_PYTHON, the first python3 on the path, Debian's. */
function findPython(/** @type {string} */ module) {
  const candidates = [process.env['ORACLE_PYTHON'], 'python3', '/usr/bin/python3'];
  const has = (/** @type {string} */ path) => spawnSync(path, ['-c', `import ${module}`]).status === 0;
  return candidates.find((path) => path !== undefined && has(path)) ?? null;
}

/** @param {{ work: string }} options */
export const start = ({ work }) => serve('torch', ['common', work === 'w8' ? 'w1' : work]);

/**
 * A process of native Python that has run the named files of bench/works, or null without the module.
 * @param {string} module
 * @param {readonly string[]} works
 */
export async function serve(module, works) {
  const python = findPython(module);
  if (python === null) return null;
  const env = { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' };
  const files = works.map((work) => join(ROOT, 'bench/works', `${work}.py`));
  const child = spawn(python, ['-c', SERVE, ...files], {
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`native Python with ${module} ended early`);
    return value;
  };
  await next();
  const ask = async (/** @type {string} */ expression) => {
    child.stdin.write(`${expression}\n`);
    return JSON.parse(await next());
  };
  return {
    losses: (/** @type {number} */ count) => ask(`losses(${count})`),
    measure: () => ask('measure()'),
    stop: async () => void child.stdin.end(),
  };
}
