/** Checks the shape of our sources: Python's import arrows, where Keras makes tensors, the length of files, and the parts of lessons. */
import { readFileSync } from 'node:fs';
import { fileLengthProblem } from './file-length.mjs';
import { kerasPlacingProblems } from './keras-placing.mjs';
import { pythonImportProblems } from './python-imports.mjs';
import { sourceFiles } from './source-files.mjs';
import { teachingProblems } from './teaching.mjs';

const code = sourceFiles(['src', 'e2e', 'scripts', 'bench'], ['.ts', '.tsx', '.mjs', '.js', '.py', '.css']);
if (code.length === 0) throw new Error('No source file was found: run this from the folder that holds package.json.');

const problems = code.flatMap((path) => fileLengthProblem(path, readFileSync(path, 'utf8')) ?? []);

const folder = 'src/python/';
for (const path of code) {
  if (!path.startsWith(folder) || !path.endsWith('.py') || path.endsWith('_test.py')) continue;
  const text = readFileSync(path, 'utf8');
  problems.push(
    ...pythonImportProblems(path.slice(folder.length), text),
    ...kerasPlacingProblems(path.slice(folder.length), text),
  );
}

for (const language of /** @type {const} */ (['ja', 'en'])) {
  const lessons = sourceFiles(['lessons'], [`lesson.${language}.md`]);
  if (lessons.length === 0) throw new Error(`No lesson.${language}.md was found under lessons/.`);
  problems.push(...lessons.flatMap((path) => teachingProblems(path, readFileSync(path, 'utf8'), language)));
}

for (const problem of problems) console.error(problem);
console.log(`${code.length} files, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
