import { describe, expect, it } from 'vitest';
import { kerasPlacingProblems } from './keras-placing.mjs';

describe('kerasPlacingProblems', () => {
  it('names the line and what to write', () => {
    expect(kerasPlacingProblems('keras/src/ops/a.py', 'x = 1\ny = torch.zeros(3)')).toEqual([
      'src/python/keras/src/ops/a.py:2: torch.zeros( makes a tensor on the cpu; write placing.zeros(',
    ]);
  });

  it('accepts other functions, and data that stays on the cpu', () => {
    expect(kerasPlacingProblems('keras/src/ops/a.py', 'torch.zeros_like(x) + placing.ones(2)')).toEqual([]);
    expect(kerasPlacingProblems('tensorflow/data/sources.py', 'torch.tensor(places)')).toEqual([]);
    expect(kerasPlacingProblems('torch/nn/init.py', 'torch.zeros(2)')).toEqual([]);
  });
});
