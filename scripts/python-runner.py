"""What scripts/python.mjs runs first in its interpreter: joins the engine to the bridge and defines how a file is run."""
import sys
sys.dont_write_bytecode = True
sys.path.insert(0, "/lib/playground")
import _engine_functions, _engine_control, bridge
bridge.attach({name: getattr(_engine_functions, name) for name in dir(_engine_functions) if not name.startswith("_")})
_engine_control.setRaiser(bridge.raise_error)
from kernel_runtime import file_errors
file_errors.install()
_engine_control.setPythonCallbacks(bridge.forget, bridge.pack, bridge.unpack)

def _run(source, name, call_tests):
    import sys, traceback, types, linecache, warnings, torch
    torch.set_grad_enabled(True)
    torch.set_default_dtype(torch.float32)
    torch.set_printoptions(profile="default")
    if "keras" in sys.modules:
        sys.modules["keras"].utils.clear_session()
    if "numpy" in sys.modules:
        from numpy._core import numpy2
        # Importing keras chooses NumPy 2's printing, once in a session; here programs share one.
        numpy2.use("keras" in source or "tensorflow" in source)
    module = types.ModuleType("__main__")
    sys.modules["__main__"] = module
    linecache.cache[name] = (len(source), None, source.splitlines(True), name)
    getattr(warnings, "onceregistry", {}).clear()
    try:
        with warnings.catch_warnings():  # what a program does to the filters ends with it
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
