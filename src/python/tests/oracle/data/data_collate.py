from collections import namedtuple

import numpy as np
import torch
from torch.utils.data import default_collate, default_convert

Point = namedtuple('Point', 'x y')


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ':', str(e).split('\n')[0])


attempt(lambda: default_collate([1, 2, 3]))
attempt(lambda: default_collate([1.5, 2.5]))
attempt(lambda: default_collate([True, False]))
attempt(lambda: default_collate(['a', 'b']))
attempt(lambda: default_collate([torch.ones(2), torch.zeros(2)]))
attempt(lambda: default_collate([(torch.ones(1), 0), (torch.zeros(1), 1)]))
attempt(lambda: default_collate([{'x': 1, 'y': [1, 2]}, {'x': 2, 'y': [3, 4]}]))
attempt(lambda: default_collate([Point(1, 2.0), Point(3, 4.0)]))
attempt(lambda: default_collate([[1, 2], [3, 4], [5, 6]]))
attempt(lambda: default_collate([torch.ones(2), torch.zeros(3)]))
attempt(lambda: default_collate([[1], [1, 2]]))
attempt(lambda: default_collate([None, None]))
attempt(lambda: default_collate([object()])[:40] if False else default_collate([{1, 2}]))
attempt(lambda: default_convert([1, 'a', (2, torch.ones(1))]))
attempt(lambda: default_collate([np.ones(2), np.zeros(2)]))
attempt(lambda: default_collate([np.float32(1.5), np.float32(2.5)]))
