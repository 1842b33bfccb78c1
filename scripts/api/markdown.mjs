/** Writes docs/torch-api.md and docs/keras-api.md from what scripts/api-table.mjs found. */

/** @typedef {import('../api-table.mjs').Section} Section */

export const TORCH = `# What of PyTorch is here

Written by \`npm run api\`, which looks up every public name of PyTorch in the package that runs in the page. Do not edit.

* **works**: same names, meaning, errors and printing as PyTorch 2.x.
* **partly**: works but for what is named: parameters that are not accepted, or the case described.
* **not here**: asking for it raises \`NotImplementedError\` with the nearest thing that works, which stands beside it. \`hasattr\` is
  False for it.

No quantized tensors, one process, one GPU at most. Random numbers are those of PyTorch's CPU generator on both
devices.
`;

export const KERAS = `# What of Keras is here

Written by \`npm run api\`, which looks up every public name of Keras 3.15 in the package that runs in the page. Do not edit.
\`tensorflow.keras\` is the same package.

* **works**: same names, meaning, errors and printing as Keras 3 on TensorFlow.
* **partly**: works but for what is named: parameters that are not accepted, or the case described.
* **not here**: asking for it raises \`NotImplementedError\` with the nearest thing that works, which stands beside it. \`hasattr\` is
  False for it.

No complex, ragged or sparse tensors, no quantization, one process, one GPU at most. Random numbers are those of TensorFlow on a CPU, seed for seed.
`;

/**
 * @param {string} intro
 * @param {Section[]} sections
 */
export function markdown(intro, sections) {
  const rows = sections.map(
    ({ name, works, partly, none }) =>
      `| [${name}](#${anchor(name)}) | ${works.length} | ${partly.length} | ${none.length} |`,
  );
  const total = (/** @type {(section: Section) => unknown[]} */ list) =>
    sections.reduce((sum, section) => sum + list(section).length, 0);
  const sums = `| together | ${total((s) => s.works)} | ${total((s) => s.partly)} | ${total((s) => s.none)} |`;
  const overview = ['| module | works | partly | not here |', '| --- | --: | --: | --: |', ...rows, sums].join('\n');
  return [intro, `${overview}\n`, ...sections.map(section)].join('\n');
}

/** @param {Section} section */
function section({ name, works, partly, none }) {
  const parts = [`## ${name}\n`];
  if (works.length > 0) parts.push(`**Works:** ${works.map(code).join(', ')}\n`);
  if (partly.length > 0) {
    const lines = partly.map(
      (each) => `| ${code(each.name)} | ${[without(each.lacks), each.note?.en ?? ''].filter(Boolean).join('; ')} |`,
    );
    parts.push(['| Partly | how |', '| --- | --- |', ...lines].join('\n').concat('\n'));
  }
  if (none.length > 0) {
    const lines = none.map((each) => `| ${code(each.name)} | ${each.nearest.en} |`);
    parts.push(['| Not here | nearest |', '| --- | --- |', ...lines].join('\n').concat('\n'));
  }
  return parts.join('\n');
}

const code = (/** @type {string} */ text) => `\`${text}\``;
const anchor = (/** @type {string} */ name) => name.toLowerCase().replaceAll('.', '');
const without = (/** @type {string[]} */ parameters) =>
  parameters.length === 0 ? '' : `without ${parameters.map((each) => code(`${each}=`)).join(', ')}`;
