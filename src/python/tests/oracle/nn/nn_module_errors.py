import torch
import torch.nn as nn


def attempt(f):
    try:
        print('ok', f())
    except Exception as e:
        print(type(e).__name__ + ':', str(e).split('\n')[0])


class NoInit(nn.Module):
    def __init__(self, what):
        setattr(self, 'x', what)


class Empty(nn.Module):
    pass


net = nn.Linear(2, 2)
attempt(lambda: NoInit(nn.Linear(1, 1)))
attempt(lambda: NoInit(nn.Parameter(torch.zeros(1))))
attempt(lambda: NoInit(torch.zeros(1)).x)
attempt(lambda: Empty()(1))
attempt(lambda: net.nothing)
attempt(lambda: setattr(net, 'weight', torch.zeros(2, 2)))
attempt(lambda: setattr(net, 'weight', 3))
attempt(lambda: nn.Sequential(nn.ReLU(), 3))
attempt(lambda: net.register_parameter('a.b', None))
attempt(lambda: net.register_parameter('', None))
attempt(lambda: net.register_parameter(3, None))
attempt(lambda: net.register_parameter('forward', None))
attempt(lambda: net.register_parameter('w2', torch.zeros(1)))
attempt(lambda: net.register_buffer('b.c', None))
attempt(lambda: net.register_buffer('bias', None))
attempt(lambda: net.register_buffer('n', 3))
attempt(lambda: net.add_module('x.y', nn.ReLU()))
attempt(lambda: net.add_module('', nn.ReLU()))
attempt(lambda: net.add_module('weight', nn.ReLU()))
attempt(lambda: net.add_module('z', 5))
attempt(lambda: net.get_submodule('a.b'))
attempt(lambda: net.get_parameter('weight').shape)
attempt(lambda: net.get_parameter('in_features'))
attempt(lambda: net.train('yes'))
attempt(lambda: net.to(torch.int64))
attempt(lambda: net(torch.zeros(2, 3)))
attempt(lambda: nn.ModuleList([nn.ReLU()])[2])
attempt(lambda: nn.Sequential(nn.ReLU())[1])
attempt(lambda: nn.ModuleDict({'a': nn.ReLU()})['b'])
attempt(lambda: nn.Dropout(1.5))
attempt(lambda: nn.Conv2d(3, 4, 3, groups=2))
attempt(lambda: nn.GroupNorm(3, 4))
attempt(lambda: nn.BatchNorm1d(3)(torch.zeros(1, 3)))
attempt(lambda: nn.BatchNorm2d(3)(torch.zeros(2, 3)))
attempt(lambda: nn.BatchNorm1d(3)(torch.zeros(2, 4)))
attempt(lambda: nn.Conv2d(3, 4, 3)(torch.zeros(1, 2, 5, 5)))
attempt(lambda: nn.Conv2d(3, 4, 3)(torch.zeros(1, 3, 2, 2)))
attempt(lambda: nn.Conv2d(3, 4, 3)(torch.zeros(3, 3)))
attempt(lambda: nn.LayerNorm(3)(torch.zeros(2, 4)))
attempt(lambda: nn.Linear(2, 2)([1.0, 2.0]))
attempt(lambda: nn.Embedding(3, 2)(torch.tensor([3])))
attempt(lambda: nn.Embedding(3, 2, padding_idx=5))
attempt(lambda: nn.LSTM(2, 3)(torch.zeros(4, 1, 5)))
attempt(lambda: nn.GRU(2, 3)(torch.zeros(4, 1, 2), torch.zeros(1, 2, 3)))
attempt(lambda: nn.MultiheadAttention(5, 2))
attempt(lambda: nn.Unflatten(1, 3))
attempt(lambda: nn.MaxPool2d(3)(torch.zeros(1, 1, 2, 2)))
