/**
 * `node scripts/python.mjs [--out DIR] FILE.py…`: runs Python files on Pyodide under Node with the real engine (cpu), for
 * quick trials while writing the packages. All files share one interpreter, each with a fresh `__main__`; `npm run cells`
 * is the judge, since it runs the built product. Files named *_test.py have their test_ functions called.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { loadPyodide } from 'pyodide';
import { loadEngine } from './load-engine.mjs';

// Node would print the whole minified line of Pyodide in which an error was thrown.
process.on('uncaughtException', (error) => {
  console.error(String(error?.message ?? error).slice(-3000));
  process.exit(1);
});

const root = resolve(import.meta.dirname, '..');
const args = process.argv.slice(2);
const outAt = args.indexOf('--out');
const out = outAt < 0 ? null : args.splice(outAt, 2)[1];
if (args.length === 0) {
  console.error('usage: node scripts/python.mjs [--out DIR] FILE.py…');
  process.exit(2);
}

const createEngine = await loadEngine();
const pyodide = await loadPyodide();
const memory = pyodide._module.wasmMemory ?? pyodide._module.memory;
const engine = await createEngine({
  memory,
  malloc: (bytes) => pyodide._module._malloc(bytes),
  free: (at) => pyodide._module._free(at),
});
pyodide.mountNodeFS('/lib/playground', join(root, 'src/python'));
pyodide.registerJsModule('_engine_functions', engine.functions);
pyodide.registerJsModule('_engine_control', {
  setRaiser: (raise) => engine.setRaiser(raise.copy()),
  // Arguments are borrowed for the call: what stays needs a proxy of its own.
  setPythonCallbacks: (hook, backward, forget) => {
    const runBackward = backward.copy();
    engine.setPythonCallbacks({
      hook: hook.copy(),
      backward: (...given) => {
        const result = runBackward(...given);
        const handles = result.toJs();
        result.destroy();
        return handles;
      },
      forget: forget.copy(),
    });
  },
});
const run = pyodide.runPython(`
import sys
sys.dont_write_bytecode = True
sys.path.insert(0, "/lib/playground")
import _engine_functions, _engine_control, bridge
bridge.attach({name: getattr(_engine_functions, name) for name in dir(_engine_functions) if not name.startswith("_")})
_engine_control.setRaiser(bridge.raise_error)
_engine_control.setPythonCallbacks(bridge.call_hook, bridge.call_backward, bridge.forget)

def _run(source, name, call_tests):
    import sys, traceback, types, linecache, warnings, torch
    torch.set_grad_enabled(True)
    torch.set_default_dtype(torch.float32)
    torch.set_printoptions(profile="default")
    module = types.ModuleType("__main__")
    sys.modules["__main__"] = module
    linecache.cache[name] = (len(source), None, source.splitlines(True), name)
    getattr(warnings, "onceregistry", {}).clear()
    try:
        exec(compile(source, name, "exec"), module.__dict__)
        if call_tests:
            tests = [v for k, v in module.__dict__.items() if k.startswith("test_") and callable(v)]
            for test in tests:
                test()
            print(f"{name}: {len(tests)} passed")
        return True
    except SystemExit:
        return True
    except BaseException:
        traceback.print_exc()
        return False
    finally:
        sys.stdout.flush()
_run
`);

let failed = 0;
if (out !== null) mkdirSync(out, { recursive: true });
for (const file of args) {
  const lines = [];
  pyodide.setStdout(out === null ? { batched: (text) => console.log(text) } : { batched: (text) => lines.push(text) });
  pyodide.setStderr({ batched: (text) => console.error(text) });
  if (!run(readFileSync(file, 'utf8'), basename(file), file.endsWith('_test.py'))) {
    failed++;
    console.error(`FAILED ${file}`);
  }
  if (out !== null) writeFileSync(join(out, basename(file).replace(/\.py$/, '.out')), `${lines.join('\n')}\n`);
}
process.exitCode = failed > 0 ? 1 : 0;
