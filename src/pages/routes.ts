/** The addresses of the site. They stand behind the hash, so that any static host can serve them from any folder. */
import type { Language } from '../shared/language';

export function homeHref(language: Language): string {
  return `#/${language}`;
}

export function lessonHref(language: Language, slug: string, anchor?: string): string {
  return `#/${language}/lesson/${slug}${anchor ? `/${anchor}` : ''}`;
}

export function aboutHref(language: Language): string {
  return `#/${language}/about`;
}

export function examplesHref(language: Language): string {
  return `#/${language}/examples`;
}

export function exercisesHref(language: Language): string {
  return `#/${language}/exercises`;
}

export function exerciseHref(language: Language, slug: string): string {
  return `#/${language}/exercise/${slug}`;
}

/** What of PyTorch works. */
export function apiHref(language: Language): string {
  return `#/${language}/api`;
}

/** What this device keeps. */
export function storageHref(language: Language): string {
  return `#/${language}/storage`;
}

/** The same page in another language. */
export function translatedHref(path: string, language: Language): string {
  return `#${path.replace(/^\/(ja|en)(?=\/|$)/, `/${language}`)}`;
}

/** The instructors' pages. */
export function assignHref(language: Language): string {
  return `#/${language}/assign`;
}

export function gradebookHref(language: Language, assignment?: string): string {
  return `#/${language}/gradebook${assignment === undefined ? '' : `/${assignment}`}`;
}

export function authorHref(language: Language): string {
  return `#/${language}/author`;
}

export function notebooksHref(language: Language): string {
  return `#/${language}/notebooks`;
}

/** An imported notebook. */
export function scratchHref(language: Language, id: string): string {
  return `#/${language}/scratch/${id}`;
}
