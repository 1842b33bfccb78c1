/** The vite plugin that serves exercises/ as the typed modules `virtual:exercises` and `virtual:exercises/SLUG`. */
import path from 'node:path';
import type { Plugin } from 'vite';
import type { Exercise, ExerciseSummary } from '../../grading/types';
import { readExercises } from './exercises';
import type { BuiltExercise } from './exercises';

const INDEX = 'virtual:exercises';
/** Rollup's mark for modules that no other plugin should touch. */
const PRIVATE = '\0';

export function exercisesPlugin(): Plugin {
  let folder = '';
  let built: Promise<readonly BuiltExercise[]> | null = null;
  const content = (): Promise<readonly BuiltExercise[]> => (built ??= readExercises(folder));
  return {
    name: 'exercises',
    configResolved(config) {
      folder = path.resolve(config.root, 'exercises');
    },
    buildStart() {
      built = null;
    },
    resolveId(id) {
      return id === INDEX || id.startsWith(`${INDEX}/`) ? PRIVATE + id : null;
    },
    async load(id) {
      if (!id.startsWith(PRIVATE + INDEX)) return null;
      const exercises = await content();
      if (id === PRIVATE + INDEX) return indexModule(exercises);
      const slug = id.slice(PRIVATE.length + INDEX.length + 1);
      const found = exercises.find(({ exercise }) => exercise.slug === slug);
      if (!found) return null;
      const { exercise, texts } = found;
      return `export const exercise = ${JSON.stringify(exercise)}; export const texts = ${JSON.stringify(texts)};`;
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

function summarize({ slug, order, version, title, level, minutes }: Exercise): ExerciseSummary {
  return { slug, order, version, title, level, minutes };
}

function indexModule(exercises: readonly BuiltExercise[]): string {
  const loaders = exercises.map(({ exercise: { slug } }) => {
    return `${JSON.stringify(slug)}: () => import("${INDEX}/${slug}")`;
  });
  return [
    `export const summaries = ${JSON.stringify(exercises.map(({ exercise }) => summarize(exercise)))};`,
    `export const loaders = { ${loaders.join(', ')} };`,
  ].join('\n');
}
