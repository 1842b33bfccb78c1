import { expect, test } from 'vitest';
import { WIDGETS } from '.';
import { WIDGET_NAMES } from './names';

test('every widget that lessons may name has its component', () => {
  expect(Object.keys(WIDGETS).sort()).toEqual([...WIDGET_NAMES].sort());
});
