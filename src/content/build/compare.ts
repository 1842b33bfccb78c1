/** Checks that the translations of a lesson have the same headings, the same cells with the same code and the same figures. */
import { pythonSkeleton } from '../../shared/python-tokens';
import { ContentError } from './error';
import type { Outline, OutlineCell, OutlineFigure } from './outline';

export function compareOutlines(reference: Outline, other: Outline): void {
  if (reference.matter.section !== other.matter.section) {
    throw new ContentError(
      other.file,
      1,
      `section is "${other.matter.section}" but "${reference.matter.section}" in ${reference.file}`,
    );
  }
  if (reference.matter.kind !== other.matter.kind) {
    throw new ContentError(
      other.file,
      1,
      `kind is "${other.matter.kind}" but "${reference.matter.kind}" in ${reference.file}`,
    );
  }
  if (reference.matter.kind !== other.matter.kind) {
    throw new ContentError(
      other.file,
      1,
      `kind is "${other.matter.kind}" but "${reference.matter.kind}" in ${reference.file}`,
    );
  }
  compareHeadings(reference, other);
  compareCells(reference, other);
  compareFigures(reference, other);
}

function compareFigures(reference: Outline, other: Outline): void {
  for (let index = 0; index < Math.max(reference.figures.length, other.figures.length); index++) {
    const left = reference.figures[index];
    const right = other.figures[index];
    if (left && right && left.kind === right.kind && left.name === right.name && left.under === right.under) continue;
    const [file, line] = right ? [other.file, right.line] : [reference.file, left?.line ?? 1];
    const shown = (figure: OutlineFigure | undefined, where: string) =>
      figure ? `${figure.kind} ${figure.name} (${where}:${figure.line})` : `nothing in ${where}`;
    throw new ContentError(
      file,
      line,
      `figures differ: ${shown(left, reference.file)} against ${shown(right, other.file)}`,
    );
  }
}

function compareHeadings(reference: Outline, other: Outline): void {
  const count = Math.max(reference.headings.length, other.headings.length);
  for (let index = 0; index < count; index++) {
    const left = reference.headings[index];
    const right = other.headings[index];
    if (left && !right) {
      throw new ContentError(reference.file, left.line, `heading "${left.text}" has no counterpart in ${other.file}`);
    }
    if (right && !left) {
      throw new ContentError(other.file, right.line, `heading "${right.text}" has no counterpart in ${reference.file}`);
    }
    if (left && right && left.depth !== right.depth) {
      throw new ContentError(
        other.file,
        right.line,
        `heading "${right.text}" has depth ${right.depth}, its counterpart "${left.text}" (${reference.file}:${left.line}) ${left.depth}`,
      );
    }
  }
}

function compareCells(reference: Outline, other: Outline): void {
  for (const [from, to] of [
    [reference, other],
    [other, reference],
  ] as const) {
    const missing = from.cells.find((cell) => !to.cells.some(({ id }) => id === cell.id));
    if (missing) throw new ContentError(from.file, missing.line, `cell "${missing.id}" is missing in ${to.file}`);
  }
  for (const [index, left] of reference.cells.entries()) {
    const right = other.cells[index];
    if (!right) continue;
    if (left.id !== right.id) {
      throw new ContentError(
        other.file,
        right.line,
        `cell "${right.id}" stands where ${reference.file}:${left.line} has "${left.id}"`,
      );
    }
    compareCode(reference, left, other, right);
  }
}

function compareCode(reference: Outline, left: OutlineCell, other: Outline, right: OutlineCell): void {
  const leftLines = pythonSkeleton(left.code);
  const rightLines = pythonSkeleton(right.code);
  for (let index = 0; index < Math.max(leftLines.length, rightLines.length); index++) {
    const leftLine = leftLines[index];
    const rightLine = rightLines[index];
    if (leftLine?.text === rightLine?.text) continue;
    throw new ContentError(
      other.file,
      right.line + (rightLine?.line ?? right.code.split('\n').length),
      `cell "${right.id}" differs in more than comments and strings: "${rightLine?.text.trim() ?? '(nothing)'}" here, ` +
        `"${leftLine?.text.trim() ?? '(nothing)'}" in ${reference.file}:${left.line + (leftLine?.line ?? 0)}`,
    );
  }
}
