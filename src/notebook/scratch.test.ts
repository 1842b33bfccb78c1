import { expect, test } from 'vitest';
import { keepScratch, listScratch, loadScratch } from './scratch';

test('a notebook opens where the browser denies storage, and the same one has the same address', async () => {
  const notebook = { title: 'Mine', cells: [{ kind: 'code', source: 'x = 1' }] } as const;
  const id = await keepScratch(notebook);
  expect(await keepScratch(notebook)).toBe(id);
  expect((await loadScratch(id))?.cells).toEqual(notebook.cells);
  expect(await listScratch()).toMatchObject([{ id }]);
  expect(await loadScratch('another')).toBeNull();
});
