/** What a package says about itself beside its assignment: the score that passes. */
import { Strict } from '../../shared/strict';

export const PACKAGE_FILE = 'package.json';
export const ASSIGNMENT_FILE = 'assignment.json';
const DEFAULT = 0.6;

/** The site stands in a package, or not: then the file is missing and the usual mark holds. */
export async function readMastery(): Promise<number> {
  try {
    const response = await fetch(new URL(PACKAGE_FILE, document.baseURI));
    return new Strict(await response.json()).object(['mastery'])('mastery').number(1);
  } catch {
    return DEFAULT;
  }
}
