import { expect, test } from 'vitest';
import { assignTiers } from './tiers';
import type { ChunkInfo } from './tiers';

const chunk = (file: string, facade: string | null, more: Partial<ChunkInfo> = {}): ChunkInfo => ({
  file,
  facade,
  entry: false,
  dynamicEntry: facade !== null,
  imports: [],
  dynamicImports: [],
  assets: [],
  ...more,
});

const CHUNKS = [
  chunk('assets/runner.js', '/site/runner.html', { entry: true, imports: ['assets/react.js'] }),
  chunk('assets/index.js', '/site/index.html', { entry: true, imports: ['assets/react.js'] }),
  chunk('assets/LessonPage.js', '/site/src/pages/LessonPage.tsx', {
    dynamicImports: ['assets/client.js', 'assets/editor.js'],
    assets: ['assets/lesson.css', 'assets/KaTeX_Main-Regular-x.woff2', 'assets/KaTeX_Fraktur-Bold-x.woff2'],
  }),
  chunk('assets/ja.js', '\0virtual:lessons/one/ja'),
  chunk('assets/gan-ja.js', '\0virtual:lessons/example-gan/ja'),
  chunk('assets/editor.js', '/site/src/editor/MonacoEditor.tsx', { assets: ['assets/codicon.ttf'] }),
  chunk('assets/charts.js', '/site/src/charts/FigureView.tsx'),
  chunk('assets/client.js', null),
  chunk('assets/react.js', null),
];

test('a file belongs to the first tier that reaches it', () => {
  const tiers = assignTiers(CHUNKS, [
    'index.html',
    'runner.html',
    'icon-512.png',
    'assets/lesson.css',
    'assets/pyodide.asm.wasm',
    'assets/editor.worker-1.js',
    'assets/mnist-rest.bin.gz-1.bin',
  ]);
  expect(Object.fromEntries(tiers)).toEqual({
    'index.html': 'shell',
    'assets/index.js': 'shell',
    'assets/react.js': 'shell',
    'assets/LessonPage.js': 'shell',
    'assets/lesson.css': 'shell',
    'assets/ja.js': 'shell',
    'assets/KaTeX_Main-Regular-x.woff2': 'shell',
    'assets/KaTeX_Fraktur-Bold-x.woff2': 'extras',
    'assets/charts.js': 'python',
    'assets/client.js': 'python',
    'assets/gan-ja.js': 'python',
    'assets/mnist-rest.bin.gz-1.bin': 'dataset',
    'assets/pyodide.asm.wasm': 'python',
    'assets/editor.js': 'extras',
    'assets/codicon.ttf': 'extras',
    'assets/editor.worker-1.js': 'extras',
  });
});
