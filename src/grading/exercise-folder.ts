/**
 * An exercise as its folder of plain files, which authors edit, and back. Pure text: where the files lie (exercises/ of the source, an
 * .exercise.zip) is the caller's business. docs/authoring.md describes the files.
 */
import type { Language } from '../shared/language';
import { LANGUAGES } from '../shared/language';
import { TranslatedError } from '../shared/problem';
import { LEVELS } from './types';
import type { Exercise, ExerciseLevel, Translated, WrongAttempt } from './types';
import { versionOf } from './version';

/** The folder is not as an exercise should be; the message names the file and what to do. */
export class FolderError extends TranslatedError {
  override readonly name = 'FolderError';
  readonly file: string;
  readonly line: number;

  constructor(file: string, line: number, problem: Translated) {
    super({ ja: `${file}:${line}: ${problem.ja}`, en: `${file}:${line}: ${problem.en}` });
    this.file = file;
    this.line = line;
  }
}

const HINTS = 3;
const HINT_BREAK = /^---$/m;
const FOLDER_NAME = /^(\d{2})-([a-z0-9]+(?:-[a-z0-9]+)*)$/;
const WRONG_FILE = /^wrong\/([a-z0-9]+(?:-[a-z0-9]+)*)\.py$/;
const KEYS = ['title', 'level', 'minutes'] as const;

interface Task {
  readonly title: string;
  readonly level: ExerciseLevel;
  readonly minutes: number;
  readonly body: string;
}

/**
 * @param folder its name: `03-normalized-dataset`
 * @param files texts by their path inside of the folder
 * @throws {FolderError}
 */
export async function readExerciseFolder(folder: string, files: ReadonlyMap<string, string>): Promise<Exercise> {
  const name = FOLDER_NAME.exec(folder);
  if (!name)
    throw new FolderError(folder, 1, {
      ja: '演習のフォルダーの名前は NN-slug です（例: 03-normalized-dataset）。短い名前は英小文字、数字、ハイフンです',
      en: 'an exercise folder is called NN-slug, for example 03-normalized-dataset',
    });
  const text = (file: string): string => {
    const found = files.get(file);
    if (found === undefined)
      throw new FolderError(file, 1, { ja: 'このファイルがありません', en: 'this file is missing' });
    return found.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  };
  const tasks = inBoth((language) => readTask(`task.${language}.md`, text(`task.${language}.md`)));
  if (tasks.ja.level !== tasks.en.level || tasks.ja.minutes !== tasks.en.minutes) {
    throw new FolderError('task.en.md', 1, {
      ja: 'level と minutes は両方の言語で同じにします',
      en: 'level and minutes are the same in both languages',
    });
  }
  const hints = inBoth((language) => readHints(`hints.${language}.md`, text(`hints.${language}.md`)));
  const wrong: WrongAttempt[] = [];
  for (const file of [...files.keys()].toSorted()) {
    const attempt = WRONG_FILE.exec(file)?.[1];
    if (attempt !== undefined) wrong.push(readWrong(file, attempt, text(file)));
    else if (file.startsWith('wrong/'))
      throw new FolderError(file, 1, {
        ja: '間違いの例の名前は wrong/small-words.py のようにします',
        en: 'wrong attempts are called wrong/small-words.py',
      });
  }
  const exercise = {
    slug: name[2] ?? '',
    order: Number(name[1]),
    title: inBoth((language) => tasks[language].title),
    level: tasks.ja.level,
    minutes: tasks.ja.minutes,
    task: inBoth((language) => tasks[language].body),
    starter: text('starter.py'),
    solution: text('solution.py'),
    check: { code: text('check.py'), wrong },
    hints: hints.ja.map((ja, index): Translated => ({ ja, en: hints.en[index] ?? '' })),
  };
  return { ...exercise, version: await versionOf(exercise) };
}

/** The files of the exercise by their path, and the name of their folder. */
export function writeExerciseFolder(exercise: Exercise): {
  readonly folder: string;
  readonly files: Map<string, string>;
} {
  const { slug, order, title, level, minutes, task, starter, solution, check, hints } = exercise;
  const files = new Map<string, string>();
  for (const language of LANGUAGES) {
    const matter = `---\ntitle: ${title[language]}\nlevel: ${level}\nminutes: ${minutes}\n---\n`;
    files.set(`task.${language}.md`, `${matter}\n${task[language].trim()}\n`);
    files.set(`hints.${language}.md`, `${hints.map((hint) => hint[language].trim()).join('\n\n---\n\n')}\n`);
  }
  files.set('starter.py', starter);
  files.set('solution.py', solution);
  files.set('check.py', check.code);
  for (const { name, code, message } of check.wrong) {
    const said = /^# (ja|en):/.test(code) ? '' : LANGUAGES.map((each) => `# ${each}: ${message[each]}\n`).join('');
    files.set(`wrong/${name}.py`, said + code);
  }
  return { folder: `${String(order).padStart(2, '0')}-${slug}`, files };
}

function inBoth<T>(read: (language: Language) => T): Record<Language, T> {
  return { ja: read('ja'), en: read('en') };
}

function readTask(file: string, text: string): Task {
  const lines = text.split('\n');
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end < 0) {
    throw new FolderError(file, 1, {
      ja: `課題文は、2 つの行 "---" の間に書いた ${KEYS.join(', ')} で始まります`,
      en: `a task opens with the keys ${KEYS.join(', ')} between two lines "---"`,
    });
  }
  const values = new Map<string, string>();
  for (const [index, line] of lines.slice(1, end).entries()) {
    const [, key = '', value = ''] = /^(\w+): (.*\S)\s*$/.exec(line) ?? [];
    if (!KEYS.some((known) => known === key) || values.has(key)) {
      throw new FolderError(file, index + 2, {
        ja: `${KEYS.join(', ')} を 1 回ずつ "key: value" の形で書きます。"${line}" がありました`,
        en: `expected one of ${KEYS.join(', ')}, once, as "key: value"; found "${line}"`,
      });
    }
    values.set(key, value);
  }
  const title = values.get('title');
  const level = LEVELS.find((each) => each === values.get('level'));
  const minutes = values.get('minutes') ?? '';
  if (title === undefined) throw new FolderError(file, 1, { ja: '題がありません', en: 'the task has no title' });
  if (!level)
    throw new FolderError(file, 1, {
      ja: `"level" は ${LEVELS.join(', ')} のどれかです`,
      en: `"level" is ${LEVELS.join(', ')}`,
    });
  if (!/^[1-9]\d{0,3}$/.test(minutes))
    throw new FolderError(file, 1, { ja: '"minutes" は 1 以上の整数です', en: '"minutes" is a whole number above 0' });
  const body = lines
    .slice(end + 1)
    .join('\n')
    .trim();
  if (body === '') throw new FolderError(file, end + 1, { ja: '課題文がありません', en: 'the task has no text' });
  return { title, level, minutes: Number(minutes), body };
}

function readHints(file: string, text: string): readonly string[] {
  const hints = text.split(HINT_BREAK).map((hint) => hint.trim());
  if (hints.length !== HINTS || hints.includes('')) {
    throw new FolderError(file, 1, {
      ja: `ヒントは ${HINTS} つで、行 "---" で区切ります。${hints.length} つありました`,
      en: `there are ${HINTS} hints, divided by lines "---"; found ${hints.length}`,
    });
  }
  return hints;
}

/** What its author is told stands in comments at the top, one `# ja: ` and one `# en: ` line or more. */
function readWrong(file: string, name: string, code: string): WrongAttempt {
  const message = inBoth((language) => {
    const said = [...code.matchAll(new RegExp(`^# ${language}: (.*\\S)\\s*$`, 'gm'))].map(([, words = '']) => words);
    if (said.length === 0)
      throw new FolderError(file, 1, {
        ja: `先頭に、伝える言葉の行 "# ${language}: …" がありません`,
        en: `the message is missing: a line "# ${language}: …" at the top`,
      });
    return said.join(language === 'ja' ? '' : ' ');
  });
  return { name, code, message };
}
