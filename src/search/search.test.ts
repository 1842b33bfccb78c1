import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readLessons } from '../content/build/read-lessons';
import type { Language } from '../content/types';
import { WIDGET_NAMES } from '../widgets/names';
import { passagesOf, textOf } from './passages';
import type { Search } from './search';
import { makeSearch } from './search';
import { tokensOfQuery, tokensOfText } from './tokens';

describe('tokens', () => {
  test('Japanese becomes pairs, names of code stay whole', () => {
    expect(tokensOfQuery('学習率 nn.BatchNorm1d')).toEqual(['学習', '習率', 'nn', 'batchnorm1d']);
    expect(tokensOfQuery('Adamの層')).toEqual(['adam', 'の層']);
    expect(tokensOfQuery('層')).toEqual(['層']);
    expect(tokensOfQuery('ＲｅＬＵ ｶﾞｳｽ')).toEqual(['relu', 'ガウ', 'ウス']);
    expect(tokensOfText('畳み込み層')).toContain('層');
    expect(tokensOfQuery(' 、。 ')).toEqual([]);
  });

  test('HTML becomes words', () => {
    expect(textOf('<p>a &#x3C; b<code>c</code></p><p>d &amp; e</p><math>m</math>')).toBe(' a < bc  d & e ');
  });
});

describe('the lessons of this site', () => {
  const searches = new Map<Language, Search>();
  beforeAll(async () => {
    const { lessons } = await readLessons(path.resolve('lessons'), WIDGET_NAMES);
    for (const language of ['ja', 'en'] as const) {
      const passages = lessons
        .filter(({ lesson }) => lesson.language === language)
        .flatMap(({ lesson }) => passagesOf(lesson, lesson.slug.startsWith('example-') ? null : lesson.kind));
      searches.set(language, makeSearch(passages));
    }
  }, 120_000);
  const find = (language: Language, query: string) => searches.get(language)?.find(query) ?? [];
  const places = (language: Language, query: string) =>
    find(language, query).map(({ passage }) => `${passage.slug}/${passage.anchor ?? ''}`);

  test.each([
    ['ja', '学習率', 'techniques/learning-rate-schedules'],
    ['ja', '正則化', 'real-models/choosing-an-optimizer'],
    ['ja', 'BatchNorm', 'real-models/the-residual-block'],
    ['ja', 'optimzer', 'real-models/choosing-an-optimizer'],
    ['ja', 'オプティマイザー', 'real-models/choosing-an-optimizer'],
    ['en', 'learning rate', 'techniques/learning-rate-schedules'],
    ['en', 'batchnrom', 'real-models/train-and-eval'],
    ['en', 'zero_grad', 'pytorch-basics/gradients-add-up'],
  ] as const)('%s: %s', (language, query, place) => {
    expect(places(language, query)).toContain(place);
  });

  test('an excerpt marks what was asked for', () => {
    const marked = find('ja', '学習率').flatMap(({ excerpt }) => excerpt.filter(({ found }) => found));
    expect(marked.length).toBeGreaterThan(3);
    expect(marked.filter(({ text }) => text === '学習率').length).toBeGreaterThan(3);
    expect(marked.every(({ text }) => '学習率'.includes(text))).toBe(true);
  });

  test('nonsense finds nothing', () => {
    expect(find('ja', 'qqqqzzzzxx')).toEqual([]);
    expect(find('ja', '、')).toEqual([]);
  });
});
