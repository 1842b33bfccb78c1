from collections import OrderedDict

import torch
import torch.nn as nn

seq = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1))
print(len(seq), seq[-1], seq[:2], sep='\n')
seq.append(nn.Sigmoid())
print(seq)
del seq[1]
print(seq)
seq[1] = nn.Identity()
print([type(m).__name__ for m in seq])
named = nn.Sequential(OrderedDict(first=nn.Linear(1, 1), act=nn.Tanh()))
print(named, named.first, [n for n, _ in named.named_parameters()])
layers = nn.ModuleList([nn.Linear(1, i + 1) for i in range(3)])
layers.append(nn.ReLU())
layers.extend([nn.Tanh()])
layers.insert(0, nn.Flatten())
print(layers, len(layers), layers[1:3])
print(layers.pop(0), len(layers))
table = nn.ModuleDict({'conv': nn.Conv2d(1, 1, 1), 'act': nn.ReLU()})
table['out'] = nn.Linear(1, 2)
table.update({'more': nn.Identity()})
print(table, list(table), 'act' in table, len(table))
print(type(table.pop('act')).__name__, list(table.keys()), [type(v).__name__ for v in table.values()])
params = nn.ParameterList([nn.Parameter(torch.ones(2)) for _ in range(2)])
params.append(torch.zeros(1, 3))
print(len(params), type(params[2]).__name__, [tuple(p.shape) for p in params], [n for n, _ in params.named_parameters()])
pd = nn.ParameterDict({'w': torch.ones(2), 'b': torch.zeros(1)})
pd['extra'] = nn.Parameter(torch.tensor(2.0))
print(list(pd.keys()), 'w' in pd, [n for n, _ in pd.named_parameters()], pd['extra'])
del pd['w']
print(len(pd), list(pd.items()))
