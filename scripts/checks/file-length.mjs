/** Keeps files small: a longer one says why in its first comment. Rules only: layout.mjs reads the files. */

export const LONGEST = 400;

/**
 * @param {string} path
 * @param {string} source
 * @returns {string | null} a sentence when the file is too long without a reason
 */
export function fileLengthProblem(path, source) {
  const lines = source.split('\n').length - (source.endsWith('\n') ? 1 : 0);
  if (lines <= LONGEST || /over 400 lines[:,;]?\s*\S+/i.test(firstComment(source))) return null;
  return `${path}: ${lines} lines; split it along a seam, or write "over 400 lines: <reason>" in its first comment`;
}

/** The text of the first comment or docstring, with the marks at line starts removed. */
function firstComment(/** @type {string} */ source) {
  const comment = /^\s*(?:#![^\n]*\n\s*)?(\/\*[^]*?\*\/|"""[^]*?"""|(?:(?:\/\/|#)[^\n]*\n)+)/.exec(source)?.[1] ?? '';
  return comment
    .replaceAll(/^\s*(?:\/?\*+\/?|\/\/|#)/gm, '')
    .replaceAll(/\*\/|"""/g, '')
    .replaceAll(/\s+/g, ' ');
}
