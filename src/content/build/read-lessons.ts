/** Reads the folder of lessons from disk, pairs the translations and returns finished lessons; throws a ContentError. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { LANGUAGES } from '../types';
import type { Language, Lesson, LessonSummary } from '../types';
import { anchorsOf } from './anchors';
import { compareOutlines } from './compare';
import { ContentError } from './error';
import { PROGRAM, placeProgram, readProgram } from './examples';
import { resolveLinks } from './links';
import type { LinkTarget } from './links';
import { readOutline } from './outline';
import type { Outline } from './outline';
import { renderLesson } from './render';

/** The folder among the lessons' that holds examples: programs with a text. */
const EXAMPLES = 'examples';

export interface BuiltLesson {
  readonly lesson: Lesson;
  /** Image files on disk; their addresses replace the placeholders of links.ts. */
  readonly assets: readonly string[];
}

export interface BuiltLessons {
  readonly summaries: readonly LessonSummary[];
  /** Examples are lessons of their own kind: made of a program and a text, listed apart. */
  readonly examples: readonly LessonSummary[];
  /** In order, all languages of a lesson beside each other. */
  readonly lessons: readonly BuiltLesson[];
}

interface LessonFolder {
  readonly slug: string;
  readonly order: number;
  readonly path: string;
  /** Its texts are TEXT_NAME.LANGUAGE.md. */
  readonly textName: string;
  readonly outlines: Readonly<Record<Language, Outline>>;
  readonly anchors: readonly string[];
}

/** `widgets`: the names of widgets that the page has. */
export async function readLessons(root: string, widgets: readonly string[] = []): Promise<BuiltLessons> {
  const folders = listFolders(root).map((name) => readFolder(root, name, 'lesson'));
  const shelf = path.join(root, EXAMPLES);
  const examples = existsSync(shelf) ? listFolders(shelf).map((name) => readFolder(shelf, name, 'example')) : [];
  refuseTwins(folders);
  refuseTwins(examples);
  const all = [...folders, ...examples];
  const targets = linkTargets(all);
  const lessons: BuiltLesson[] = [];
  for (const folder of all) {
    for (const language of LANGUAGES) lessons.push(await buildLesson(folder, language, targets, widgets));
  }
  return { summaries: folders.map(summarize), examples: examples.map(summarize), lessons };
}

function listFolders(root: string): string[] {
  if (!existsSync(root)) throw new ContentError(root, 1, 'the folder of lessons does not exist');
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== EXAMPLES)
    .map(({ name }) => name)
    .sort();
}

function readFolder(root: string, name: string, kind: 'lesson' | 'example'): LessonFolder {
  const shown = `${path.basename(root)}/${name}`;
  const match = /^(\d{2})-([a-z0-9]+(?:-[a-z0-9]+)*)$/.exec(name);
  if (!match) throw new ContentError(shown, 1, `a ${kind} folder is called NN-slug, for example 01-pytorch-basics`);
  const textName = kind === 'lesson' ? 'lesson' : 'text';
  const program =
    kind === 'lesson' ? null : readProgram(`${shown}/${PROGRAM}`, readText(root, name, PROGRAM, 'program'));
  const read = (language: Language): Outline => {
    const file = `${textName}.${language}.md`;
    return readOutline(`${shown}/${file}`, language, readText(root, name, file, 'translation'), (tree) => {
      if (program) placeProgram(`${shown}/${file}`, tree, program);
    });
  };
  const outlines = { ja: read('ja'), en: read('en') };
  compareOutlines(outlines.ja, outlines.en);
  return {
    slug: kind === 'lesson' ? (match[2] ?? '') : `example-${match[2]}`,
    order: Number(match[1]),
    path: path.join(root, name),
    textName,
    outlines,
    anchors: anchorsOf(outlines.en),
  };
}

function readText(root: string, folder: string, file: string, what: string): string {
  const found = path.join(root, folder, file);
  if (!existsSync(found))
    throw new ContentError(`${path.basename(root)}/${folder}`, 1, `the ${what} ${file} is missing`);
  return readFileSync(found, 'utf8');
}

function refuseTwins(folders: readonly LessonFolder[]): void {
  for (const [index, folder] of folders.entries()) {
    const twin = folders.slice(0, index).find(({ slug, order }) => slug === folder.slug || order === folder.order);
    if (twin) throw new ContentError(folder.path, 1, `shares its number or its name with ${twin.path}`);
  }
}

function linkTargets(folders: readonly LessonFolder[]): ReadonlyMap<string, LinkTarget> {
  const targets = new Map<string, LinkTarget>();
  for (const { slug, path: folder, textName, outlines, anchors } of folders) {
    for (const language of LANGUAGES) {
      targets.set(path.join(folder, `${textName}.${language}.md`), { slug, outline: outlines[language], anchors });
    }
  }
  return targets;
}

async function buildLesson(
  folder: LessonFolder,
  language: Language,
  targets: ReadonlyMap<string, LinkTarget>,
  widgets: readonly string[],
): Promise<BuiltLesson> {
  const { slug, order, anchors } = folder;
  const outline = folder.outlines[language];
  const assets = resolveLinks({ slug, outline, folder: folder.path, targets });
  const rendered = await renderLesson(outline, anchors, widgets);
  return { lesson: { slug, order, language, ...outline.matter, ...rendered }, assets };
}

/** Headings that say nothing about what a lesson is about. */
const PLAIN_TOPICS = new Set(['summary', 'references']);

function summarize({ slug, order, outlines, anchors }: LessonFolder): LessonSummary {
  const topics = (language: Language) =>
    outlines[language].headings
      .filter(({ depth }, index) => depth === 2 && !PLAIN_TOPICS.has(anchors[index] ?? ''))
      .map(({ text }) => text);
  return {
    slug,
    order,
    kind: outlines.ja.matter.kind,
    section: outlines.ja.matter.section,
    cells: outlines.ja.cells.length,
    quizzes: outlines.ja.quizzes,
    minutes: outlines.ja.matter.minutes,
    titles: { ja: outlines.ja.matter.title, en: outlines.en.matter.title },
    topics: { ja: topics('ja'), en: topics('en') },
  };
}
