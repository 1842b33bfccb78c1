/** Which folder may import which (docs/architecture.md draws it); scripts/checks/dependencies.mjs runs it. */

/** Node-side code: it runs while the site is built or tested and never reaches a browser. */
const BUILD = '/build(/|\\.ts$)|\\.test\\.tsx?$|/(harness|oracle)[./]';
/** What is bundled for the page: the kernel's page side is all of src/kernel but its worker. */
const PAGE =
  '^src/(main|pages|cells|charts|content|editor|grading|instructor|kernel|notebook|offline|practice|progress|search|shared|ui|widgets)';
const WORKER = '^src/kernel/worker';

/**
 * A rule for everything that a folder may import from src, besides itself.
 *
 * @param {string} folder
 * @param {readonly string[]} allowed folders, or files as regular expressions
 * @param {string} comment
 * @returns {import('dependency-cruiser').IForbiddenRuleType}
 */
function only(folder, allowed, comment) {
  const names = [folder, ...allowed].map((name) => (name.includes('.') ? name : `${name}/`));
  return {
    name: `${folder}-imports`,
    comment,
    severity: 'error',
    from: { path: `^src/${folder}/`, pathNot: BUILD },
    to: { path: '^src/', pathNot: `^src/(${names.join('|')})` },
  };
}

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Modules that import each other cannot be understood, tested or moved one at a time. (Types may meet.)',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      comment: 'Nothing imports this module and it imports nothing: delete it or use it.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: '\\.d\\.ts$|\\.test\\.tsx?$|\\.config\\.ts$|^\\.dependency-cruiser|\\.(css|json)$',
      },
      to: {},
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere. (virtual: modules are made by the build.)',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
    {
      name: 'protocol-imports-nothing',
      comment: 'Both sides of the worker border read src/protocol, so it stands on its own.',
      severity: 'error',
      from: { path: '^src/protocol/', pathNot: BUILD },
      to: { pathNot: '^src/protocol/' },
    },
    only(
      'pages',
      [
        'kernel/(client|kernel)\\.ts',
        'content',
        'cells',
        'grading',
        'offline',
        'progress',
        'search',
        'widgets',
        'instructor',
        'notebook',
        'practice',
        'ui',
        'shared',
      ],
      'Pages put the parts together; what runs Python is behind the kernel client.',
    ),
    only(
      'cells',
      ['kernel/(client|kernel)\\.ts', 'charts', 'content', 'protocol', 'editor', 'ui', 'shared'],
      'A cell knows code, outputs and the kernel, not the page around it.',
    ),
    only(
      'widgets',
      ['charts', 'protocol', 'ui', 'shared'],
      "A widget is given Python and options by the page; it knows neither the lesson's cells nor the kernel.",
    ),
    only('search', ['content', 'shared'], 'Search reads lessons; what shows its finds is the page.'),
    only('progress', ['shared'], 'Progress is what was done, by name; it does not know the lessons.'),
    only(
      'grading',
      ['kernel/(client|kernel)\\.ts', 'protocol', 'shared'],
      'The grader judges code as data; it knows no pages.',
    ),
    only(
      'instructor',
      ['grading', 'practice', 'notebook', 'content', 'cells', 'editor', 'protocol', 'ui', 'shared'],
      'Assignments, submissions and grades; the grader and the editor are used, not known to others through here.',
    ),
    only(
      'practice',
      ['grading', 'content', 'ui', 'shared'],
      'Checks, results and hints as every page shows them; whose work it is, and what becomes of it, the page knows.',
    ),
    only('notebook', ['content', 'grading', 'shared'], "Other programs' files of lessons; it shows and runs nothing."),
    only('offline', ['shared'], 'Keeping the site on the device is no business of lessons or Python.'),
    only('charts', ['protocol', 'ui', 'shared'], 'Charts draw messages; they do not know cells or kernels.'),
    only('ui', ['shared'], 'ui holds building blocks without knowledge of lessons, cells or kernels.'),
    only('shared', [], 'shared is what everything may import, so it imports nothing of ours.'),
    only(
      'engine',
      ['protocol'],
      'The engine runs in the worker, in unit tests and in benchmarks: it stands on its own.',
    ),
    {
      name: 'page-without-engine',
      comment: 'Page code talks to the kernel by messages; engine and Python sources belong to the worker.',
      severity: 'error',
      from: { path: PAGE, pathNot: [BUILD, WORKER] },
      to: { path: '^src/(engine|python)/' },
    },
    {
      name: 'worker-without-page',
      comment: 'The worker has no DOM: React and page code do not belong in its bundle.',
      severity: 'error',
      from: { path: WORKER, pathNot: BUILD },
      to: {
        path: [
          '^src/(main|pages|cells|charts|content|editor|grading|instructor|practice|progress|search|ui|widgets)',
          'node_modules/(react|react-dom|radix-ui|recharts|wouter|zustand|mermaid|monaco-editor)/',
        ],
      },
    },
    {
      name: 'tfjs-in-one-place',
      comment: 'tfjs is the WebGPU device only; everything else sees the primitives of src/engine.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/engine/kernels/webgpu/' },
      to: { path: 'node_modules/@tensorflow/' },
    },
    {
      name: 'browser-code-without-node',
      comment: 'Only build steps (a build/ folder) and tests may use Node modules.',
      severity: 'error',
      from: { path: '^src/', pathNot: BUILD },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'build-steps-stay-out',
      comment: 'A build/ folder runs in Node: browser code reads its results, never its modules.',
      severity: 'error',
      from: { path: '^src/', pathNot: BUILD },
      to: { path: '^src/.*/build(/|\\.ts$)' },
    },
    {
      name: 'e2e-imports-nothing-from-src',
      comment: 'End-to-end tests see the built site as a reader does.',
      severity: 'error',
      from: { path: '^e2e/' },
      to: { path: '^src/' },
    },
    {
      name: 'tests-import-but-are-not-imported',
      comment: 'A helper that several tests need is a module of its own.',
      severity: 'error',
      from: {},
      to: { path: '\\.(test|spec)\\.tsx?$' },
    },
    {
      name: 'no-undeclared-packages',
      comment: 'Every package that is imported is named in package.json.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // AssemblyScript has a compiler of its own.
    exclude: { path: '^src/engine/kernels/wasm/[^/]+\\.ts$|^dist/' },
    // Type-only imports count: a type from a forbidden folder is a dependency on it too.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
};
