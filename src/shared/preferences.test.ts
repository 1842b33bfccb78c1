import { expect, test } from 'vitest';
import { firstLanguage, parsePreferences } from './preferences';

const DEFAULTS = { theme: 'auto', device: 'auto', language: null, keepOffline: true, allOfMnist: false };

test.each([null, '', '{', '[]', '"dark"', '{"theme":"pink","device":7,"language":"fr"}'])(
  'unknown stored text %j gives the defaults',
  (stored) => {
    expect(parsePreferences(stored)).toEqual(DEFAULTS);
  },
);

test('known choices are kept', () => {
  expect(
    parsePreferences('{"theme":"dark","device":"cpu","language":"en","keepOffline":false,"allOfMnist":true}'),
  ).toEqual({
    theme: 'dark',
    device: 'cpu',
    language: 'en',
    keepOffline: false,
    allOfMnist: true,
  });
});

test.each([
  [['en-US', 'ja'], 'en'],
  [['ja-JP', 'en'], 'ja'],
  [['fr-FR', 'en-GB'], 'en'],
  [['fr'], 'ja'],
  [[], 'ja'],
])('a browser that speaks %j starts in %s', (languages, expected) => {
  expect(firstLanguage(languages)).toBe(expected);
});
