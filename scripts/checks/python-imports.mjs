/**
 * Which Python package of src/python may import which, and that only the bridge and the kernel's own runtime reach
 * JavaScript. Rules only: layout.mjs reads the files.
 */

/** Packages of ours that each package may import besides itself. A package that is not listed may not exist. */
const ALLOWED = /** @type {Record<string, readonly string[]>} */ ({
  kernel_runtime: ['IPython'],
  bridge: [],
  numpy: ['bridge'],
  exporting: ['bridge'],
  // torch draws what a SummaryWriter is given.
  torch: ['bridge', 'numpy', 'kernel_runtime', 'exporting', 'matplotlib'],
  torchvision: ['torch', 'numpy', 'kernel_runtime'],
  keras: ['torch', 'numpy', 'kernel_runtime', 'exporting'],
  tensorflow: ['keras', 'torch', 'numpy', 'exporting'],
  matplotlib: ['numpy', 'kernel_runtime'],
  mpl_toolkits: ['matplotlib'],
  IPython: ['kernel_runtime'],
  matplotlib_inline: [],
  japanize_matplotlib: [],
  sklearn: ['numpy', 'matplotlib'],
  functorch: ['torch'],
  torchinfo: ['torch'],
  ai_edge_torch: ['torch', 'exporting'],
  safetensors: ['torch', 'numpy', 'kernel_runtime'],
  tqdm: ['kernel_runtime'],
  checks: ['torch', 'numpy', 'keras', 'kernel_runtime'],
  tests: [
    'bridge',
    'torch',
    'torchvision',
    'numpy',
    'keras',
    'tensorflow',
    'matplotlib',
    'mpl_toolkits',
    'checks',
    'sklearn',
    'functorch',
    'torchinfo',
    'safetensors',
    'exporting',
    'ai_edge_torch',
  ],
});

const JAVASCRIPT = /^(_?js|_?pyodide(_\w+)?|pyodide_js|_engine)$/;
const REACHES_JAVASCRIPT = new Set(['bridge', 'kernel_runtime']);

/**
 * @param {string} path relative to src/python, with forward slashes
 * @param {string} source
 * @returns {string[]} one sentence per broken rule
 */
export function pythonImportProblems(path, source) {
  const owner = path.split('/')[0]?.replace(/\.py$/, '') ?? '';
  const allowed = ALLOWED[owner];
  if (allowed === undefined) return [`${path}: ${owner} has no entry in scripts/checks/python-imports.mjs`];
  const problems = [];
  for (const { name, line } of importedPackages(source)) {
    if (JAVASCRIPT.test(name)) {
      if (!REACHES_JAVASCRIPT.has(owner)) problems.push(`${path}:${line}: only bridge.py may import ${name}`);
    } else if (name in ALLOWED && name !== owner && !allowed.includes(name)) {
      problems.push(`${path}:${line}: ${owner} may not import ${name} (allowed: ${allowed.join(', ') || 'nothing'})`);
    }
  }
  return problems;
}

/**
 * Top-level names of absolute imports, wherever they stand; relative ones stay inside their package.
 *
 * @param {string} source
 * @returns {{ name: string, line: number }[]}
 */
export function importedPackages(source) {
  const found = [];
  for (const [index, line] of withoutStrings(source).split('\n').entries()) {
    for (const statement of line.split(';')) {
      const from = /^\s*from\s+([A-Za-z_]\w*)[\w.]*\s+import\b/.exec(statement);
      if (from?.[1] !== undefined) found.push({ name: from[1], line: index + 1 });
      const plain = /^\s*import\s+(.+)/.exec(statement);
      for (const part of plain?.[1]?.split(',') ?? []) {
        const name = /^\s*([A-Za-z_]\w*)/.exec(part)?.[1];
        if (name !== undefined) found.push({ name, line: index + 1 });
      }
    }
  }
  return found;
}

/** Blanks strings and comments but keeps every line break, so that line numbers stay true. */
function withoutStrings(/** @type {string} */ source) {
  const token = /("""|''')(?:\\[^]|(?!\1)[^])*\1|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|#[^\n]*/g;
  return source.replace(token, (text) => '\n'.repeat(text.split('\n').length - 1));
}
