import { describe, expect, test } from 'vitest';
import { readLabels, readSetting, readValue, writeValue } from './python-settings';

const CODE = 'network = "mlp"      # or "cnn"\ndropout=0.3\nbatch_norm = False\nfor i in range(3):\n    dropout = 9\n';

describe('settings in code', () => {
  test('are read as written, at the margin only', () => {
    expect(readValue(CODE, 'network')).toBe('"mlp"');
    expect(readValue(CODE, 'dropout')).toBe('0.3');
    expect(readValue(CODE, 'batch_norm')).toBe('False');
    expect(readValue(CODE, 'norm')).toBeNull();
    expect(readValue('  x = 1\n', 'x')).toBeNull();
    expect(readValue('x == 1\n', 'x')).toBeNull();
  });

  test('are changed without touching anything else', () => {
    expect(writeValue(CODE, 'network', '"cnn"')).toBe(CODE.replace('"mlp"', '"cnn"'));
    expect(writeValue(CODE, 'dropout', '0.5')).toBe(CODE.replace('0.3', '0.5'));
    expect(writeValue(CODE, 'missing', '1')).toBe(CODE);
    expect(writeValue('x = 1\n', 'x', '"$&"')).toBe('x = "$&"\n');
  });

  test('have switches, options and ranges', () => {
    expect(readSetting('a', 'True | False').choice).toEqual({ kind: 'switch' });
    expect(readSetting('a', '"max" | "average"').choice).toEqual({ kind: 'options', options: ['"max"', '"average"'] });
    expect(readSetting('a', '0 to 0.8 by 0.1').choice).toEqual({ kind: 'range', min: 0, max: 0.8, step: 0.1 });
    expect(() => readSetting('a', 'one')).toThrow('no choices');
  });

  test('have labels in the text', () => {
    const labels = readLabels('次の設定です。\nbatch_norm: バッチ正規化\ndropout：割合');
    expect(Object.fromEntries(labels)).toEqual({ batch_norm: 'バッチ正規化', dropout: '割合' });
  });
});
