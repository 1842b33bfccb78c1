/** Without a database, as where the browser denies storage; e2e/storage.spec.ts has the one of a real browser. */
import { expect, test } from 'vitest';
import { allDocuments, keepDocument, listDocuments, loadDocument, parseDocument, removeDocument } from './documents';

test('what storage does not take lives as long as the page, and each change is merged with what is there', async () => {
  const add = (word: string) =>
    keepDocument('notebook', 'a', (stored) => [...((stored as readonly string[] | undefined) ?? []), word]);
  expect(await add('one')).toBe(false);
  expect(await add('two')).toBe(false);
  await keepDocument('draft', 'a', () => 'other');
  expect(await loadDocument('notebook', 'a')).toEqual(['one', 'two']);
  expect(await listDocuments('notebook')).toMatchObject([{ id: 'a', content: ['one', 'two'] }]);
  expect(await allDocuments()).toHaveLength(2);
  await removeDocument('notebook', 'a');
  expect(await loadDocument('notebook', 'a')).toBeUndefined();
  expect(await loadDocument('draft', 'a')).toBe('other');
});

test('a stored row is a document of a known kind, or none', () => {
  const row = { kind: 'attempts', id: 'a', changed: 5, content: { any: 1 } };
  expect(parseDocument({ ...row, more: 1 })).toEqual(row);
  for (const broken of [null, 'x', { ...row, kind: 'cells' }, { ...row, id: 1 }, { ...row, changed: Number.NaN }]) {
    expect(parseDocument(broken)).toBeNull();
  }
});
