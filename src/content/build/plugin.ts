/** The vite plugin that serves lessons/ as the typed modules `virtual:lessons` and `virtual:lessons/SLUG/LANGUAGE`. */
import path from 'node:path';
import type { Plugin } from 'vite';
import { WIDGET_NAMES } from '../../widgets/names';
import { LANGUAGES } from '../types';
import { assetPlaceholder } from './links';
import { readLessons } from './read-lessons';
import type { BuiltLesson, BuiltLessons } from './read-lessons';

const INDEX = 'virtual:lessons';
/** Rollup's mark for modules that no other plugin should touch. */
const PRIVATE = '\0';

export function lessonsPlugin(options: { readonly folder?: string } = {}): Plugin {
  let folder = '';
  let built: Promise<BuiltLessons> | null = null;
  const content = (): Promise<BuiltLessons> => (built ??= readLessons(folder, WIDGET_NAMES));

  return {
    name: 'lessons',
    configResolved(config) {
      folder = path.resolve(config.root, options.folder ?? 'lessons');
    },
    buildStart() {
      built = null;
    },
    resolveId(id) {
      return id === INDEX || id.startsWith(`${INDEX}/`) ? PRIVATE + id : null;
    },
    async load(id) {
      if (!id.startsWith(PRIVATE + INDEX)) return null;
      const { summaries, examples, lessons } = await content();
      if (id === PRIVATE + INDEX) return indexModule(summaries, examples);
      const [slug, language] = id.slice(PRIVATE.length + INDEX.length + 1).split('/');
      const found = lessons.find(({ lesson }) => lesson.slug === slug && lesson.language === language);
      return found ? lessonModule(found) : null;
    },
    handleHotUpdate({ file, server }) {
      if (!file.startsWith(folder)) return undefined;
      built = null;
      const stale = [...server.moduleGraph.idToModuleMap.values()].filter(({ id }) => id?.startsWith(PRIVATE + INDEX));
      for (const module of stale) server.moduleGraph.invalidateModule(module);
      server.ws.send({ type: 'full-reload' });
      return [];
    },
  };
}

function indexModule(summaries: BuiltLessons['summaries'], examples: BuiltLessons['examples']): string {
  const loaders = [...summaries, ...examples].map(({ slug }) => {
    const languages = LANGUAGES.map((language) => `${language}: () => import("${INDEX}/${slug}/${language}")`);
    return `${JSON.stringify(slug)}: { ${languages.join(', ')} }`;
  });
  return [
    `export const summaries = ${JSON.stringify(summaries)};`,
    `export const examples = ${JSON.stringify(examples)};`,
    `export const loaders = { ${loaders.join(', ')} };`,
  ].join('\n');
}

function lessonModule({ lesson, assets }: BuiltLesson): string {
  const imports = assets.map((file, index) => `import asset${index} from ${JSON.stringify(`${file}?url`)};`);
  let source = JSON.stringify(lesson);
  for (const index of assets.keys()) source = source.replaceAll(assetPlaceholder(index), `" + asset${index} + "`);
  return [...imports, `export const lesson = ${source};`].join('\n');
}
