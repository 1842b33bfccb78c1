/**
 * `node scripts/python-tests.mjs [NAME…]`: runs src/python's *_test.py files, each in a fresh kernel of the built site. A test
 * is a function whose name starts with `test_`; it fails by raising.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { sourceFiles } from './checks/source-files.mjs';
import { runFiles } from './run-cells.mjs';
import { ROOT } from './setup.mjs';

const RUN_TESTS = `

def _run_tests(tests):
    import traceback
    failed = 0
    for name, test in tests:
        try:
            test()
        except Exception:
            failed += 1
            print(f"FAILED {name}")
            traceback.print_exc()
    print(f"python: {len(tests) - failed} passed, {failed} failed")
    if failed or not tests:
        raise SystemExit(f"{failed} of {len(tests)} tests failed")

_run_tests([(name, value) for name, value in list(globals().items()) if name.startswith("test_") and callable(value)])
`;

process.chdir(ROOT);
const wanted = process.argv.slice(2);
const work = join(ROOT, '.cache', 'python-tests');
rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });

const tests = sourceFiles(['src/python'], ['_test.py'])
  .filter((path) => wanted.length === 0 || wanted.some((name) => path.includes(name)))
  .map((path) => {
    const file = join(work, path.replace('src/python/', '').replaceAll('/', '.'));
    writeFileSync(file, readFileSync(path, 'utf8') + RUN_TESTS);
    return { path, file };
  });

let passed = 0;
let failed = 0;
if (tests.length > 0) {
  const out = join(work, 'out');
  await runFiles(['--device', 'cpu', '--out', out, ...tests.map(({ file }) => file)]);
  for (const { path, file } of tests) {
    const printed = readOutput(join(out, basename(file).replace(/\.py$/, '.out')));
    const counts = /python: (\d+) passed, (\d+) failed\s*$/.exec(printed);
    passed += Number(counts?.[1] ?? 0);
    failed += Number(counts?.[2] ?? 1);
    if (counts === null) console.log(`${path}: ended before its tests did`);
    if (counts === null || counts[2] !== '0') console.log(printed);
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function readOutput(/** @type {string} */ path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
