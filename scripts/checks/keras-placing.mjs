/** Keras and TensorFlow make tensors through keras/src/backend/placing.py, or they would be on the cpu while a GPU computes. */

const OURS = /^(keras\/src|tensorflow)\//;
/** Data stays on the cpu until a batch is used; the seeds of random numbers and exported values are read by Python. */
const ON_THE_CPU = [
  'keras/src/backend/placing.py',
  'keras/src/random/seed_generator.py',
  'tensorflow/_generators.py',
  'keras/src/export/',
  'keras/src/trainers/data_adapters/',
  'tensorflow/data/',
];
const MAKER = /\btorch\.(arange|eye|full|linspace|ones|rand|randn|randperm|tensor|zeros)\(/;

/**
 * @param {string} path relative to src/python, with forward slashes
 * @param {string} text
 * @returns {string[]} what is wrong, a line each
 */
export function kerasPlacingProblems(path, text) {
  if (!OURS.test(path) || ON_THE_CPU.some((start) => path.startsWith(start))) return [];
  return text.split('\n').flatMap((line, index) => {
    const maker = MAKER.exec(line)?.[1];
    if (maker === undefined) return [];
    return [`src/python/${path}:${index + 1}: torch.${maker}( makes a tensor on the cpu; write placing.${maker}(`];
  });
}
