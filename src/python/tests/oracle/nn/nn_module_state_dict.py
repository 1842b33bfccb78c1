import copy
from collections import OrderedDict

import torch
import torch.nn as nn

torch.manual_seed(0)
a = nn.Sequential(OrderedDict([('fc', nn.Linear(2, 2)), ('bn', nn.BatchNorm1d(2))]))
b = copy.deepcopy(a)
print(b.fc.weight is a.fc.weight, torch.equal(a.fc.weight, b.fc.weight))
for key, value in a.state_dict().items():
    print(key, value.dtype, tuple(value.shape), value.requires_grad)
sd = a.state_dict()
sd['fc.weight'].zero_()
print(a.fc.weight)
print(b.load_state_dict(a.state_dict()))
print(b.fc.weight.data)


def attempt(model, state, **kw):
    try:
        print(model.load_state_dict(state, **kw))
    except Exception as e:
        print(type(e).__name__, e)


partial = {'fc.weight': torch.ones(2, 2), 'fc.extra': torch.ones(1), 'other.weight': torch.ones(1)}
attempt(b, partial)
attempt(b, partial, strict=False)
print(b.fc.weight.data)
attempt(b, {'fc.weight': torch.ones(3, 2), 'fc.bias': torch.ones(3)})
attempt(nn.Linear(2, 2), {'weight': [1, 2], 'bias': torch.zeros(2)}, strict=False)
attempt(nn.Linear(2, 2), 5)
print(list(a.state_dict(prefix='net.')))
print(type(a.state_dict()).__name__, a.state_dict()._metadata['bn'])
print(a.state_dict(keep_vars=True)['fc.bias'].requires_grad)
print(nn.Linear(1, 1).load_state_dict({'weight': torch.ones(1, 1, dtype=torch.float64), 'bias': torch.tensor([2.0])}))
