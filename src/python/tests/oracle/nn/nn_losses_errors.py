import warnings

import torch
import torch.nn as nn
import torch.nn.functional as F


def attempt(f):
    try:
        print('ok', f())
    except Exception as e:
        print(type(e).__name__ + ':', str(e).split('\n')[0])


attempt(lambda: F.cross_entropy(torch.zeros(2, 3), torch.zeros(3, dtype=torch.long)))
attempt(lambda: F.cross_entropy(torch.zeros(2, 3), torch.tensor([0, 3])))
attempt(lambda: F.cross_entropy(torch.zeros(2, 3), torch.tensor([0.0, 1.0])))
attempt(lambda: F.cross_entropy(torch.zeros(2, 3), torch.tensor([[0], [1]])))
attempt(lambda: F.cross_entropy(torch.zeros(2, 3), torch.zeros(2, 3, dtype=torch.long)))
attempt(lambda: F.nll_loss(torch.zeros(2, 3), torch.tensor([0, -1])))
attempt(lambda: F.binary_cross_entropy(torch.tensor([1.5]), torch.tensor([1.0])))
attempt(lambda: F.binary_cross_entropy(torch.zeros(2), torch.zeros(3)))
attempt(lambda: F.binary_cross_entropy(torch.zeros(2), torch.zeros(2, dtype=torch.long)))
attempt(lambda: F.binary_cross_entropy_with_logits(torch.zeros(2, 1), torch.zeros(2)))
attempt(lambda: F.mse_loss(torch.zeros(2), torch.zeros(3)))
attempt(lambda: F.mse_loss(torch.zeros(2), torch.zeros(2), reduction='avg'))
attempt(lambda: nn.CrossEntropyLoss()(torch.zeros(2, 3), [0, 1]))
attempt(lambda: nn.MSELoss()(torch.zeros(2), 1.0))
attempt(lambda: F.one_hot(torch.tensor([1.0])))
attempt(lambda: F.one_hot(torch.tensor([3]), 2))
attempt(lambda: F.gelu(torch.zeros(1), approximate='other'))
attempt(lambda: F.glu(torch.zeros(3)))
attempt(lambda: F.pad(torch.zeros(2), (1, 1, 1)))
attempt(lambda: F.interpolate(torch.zeros(1, 1, 2, 2)))
attempt(lambda: F.dropout(torch.zeros(2), p=-0.1))
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('always')
    F.mse_loss(torch.zeros(2, 1), torch.zeros(2))
    F.softmax(torch.zeros(2, 2))
    nn.MSELoss(size_average=False)
    F.kl_div(torch.zeros(2), torch.zeros(2))
for warning in seen:
    print(warning.category.__name__, str(warning.message).split('\n')[0])
