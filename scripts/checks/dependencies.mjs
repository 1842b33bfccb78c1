/**
 * Runs dependency-cruiser over our own code with the rules of .dependency-cruiser.cjs, and fails when it did not see
 * every module: with a TypeScript it cannot load it reads nothing and reports success.
 */
import { existsSync } from 'node:fs';
import { cruise } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import config from '../../.dependency-cruiser.cjs';
import { sourceFiles } from './source-files.mjs';

const ROOTS = ['src', 'e2e', 'scripts', 'bench'].filter((folder) => existsSync(folder));

const options = await extractOptions('./.dependency-cruiser.cjs');
const { output } = await cruise(ROOTS, { ...options, validate: true }, undefined, {
  tsConfig: extractTsConfig('tsconfig.json'),
});
if (typeof output === 'string') throw new Error('dependency-cruiser answered with text where data was asked for');

const problems = output.summary.violations
  .filter(({ rule }) => rule.severity === 'error')
  .map(({ from, to, rule, cycle }) => {
    const path = cycle === undefined ? to : cycle.map(({ name }) => name).join(' → ');
    const reason = output.summary.ruleSetUsed?.forbidden?.find(({ name }) => name === rule.name)?.comment ?? '';
    return `${rule.name}: ${from} → ${path}\n    ${reason}`;
  });

const seen = new Set(output.modules.map(({ source }) => source));
const excluded = new RegExp(config.options.exclude.path);
const unseen = sourceFiles(ROOTS, ['.ts', '.tsx', '.mjs', '.js']).filter(
  (file) => !seen.has(file) && !excluded.test(file),
);
if (seen.size === 0 || unseen.length > 0) {
  problems.push(`not-read: dependency-cruiser did not read ${unseen.join(', ') || 'any module'}`);
}

for (const problem of problems) console.error(problem);
console.log(
  `${seen.size} modules, ${output.summary.totalDependenciesCruised} dependencies, ${problems.length} problems`,
);
process.exitCode = problems.length > 0 ? 1 : 0;
