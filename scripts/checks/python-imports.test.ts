import { describe, expect, it } from 'vitest';
import { importedPackages, pythonImportProblems } from './python-imports.mjs';

describe('importedPackages', () => {
  it('reads every spelling of an absolute import, with its line', () => {
    const source = ['import os, torch.nn as nn', 'from keras.layers import Dense', '    import numpy; import js'].join(
      '\n',
    );
    expect(importedPackages(source)).toEqual([
      { name: 'os', line: 1 },
      { name: 'torch', line: 1 },
      { name: 'keras', line: 2 },
      { name: 'numpy', line: 3 },
      { name: 'js', line: 3 },
    ]);
  });

  it('leaves relative imports, strings and comments alone', () => {
    const source = ['"""', 'import keras', '"""', 'from . import nn', 'from ..optim import SGD', '# import js'].join(
      '\n',
    );
    expect(importedPackages(source)).toEqual([]);
  });

  it('keeps line numbers after a docstring', () => {
    expect(importedPackages('"""one\ntwo\n"""\nimport torch')).toEqual([{ name: 'torch', line: 4 }]);
  });
});

describe('pythonImportProblems', () => {
  it('lets packages import along the arrows', () => {
    expect(pythonImportProblems('keras/layers/dense.py', 'import torch\nimport numpy as np')).toEqual([]);
    expect(pythonImportProblems('bridge.py', 'import _engine')).toEqual([]);
  });

  it('refuses an import against the arrows', () => {
    expect(pythonImportProblems('torch/nn/modules/linear.py', 'import math\nimport keras')).toEqual([
      expect.stringContaining('torch/nn/modules/linear.py:2: torch may not import keras (allowed: bridge, numpy, '),
    ]);
  });

  it.each(['js', '_engine', 'pyodide', 'pyodide_js'])('refuses %s outside the bridge', (name) => {
    expect(pythonImportProblems('torch/random.py', `from ${name} import x`)).toEqual([
      `torch/random.py:1: only bridge.py may import ${name}`,
    ]);
  });

  it('refuses a package that nobody has placed', () => {
    expect(pythonImportProblems('pandas/__init__.py', '')).toHaveLength(1);
  });
});
