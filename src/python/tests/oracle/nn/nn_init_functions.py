import torch
import torch.nn as nn

w = torch.empty(4, 5)
for name, kw in [('uniform_', dict(a=-1, b=2)), ('normal_', dict(mean=1, std=0.1)), ('trunc_normal_', dict(std=0.5, a=-0.3, b=0.7)), ('xavier_uniform_', {}), ('xavier_normal_', dict(gain=2.0)),
                 ('kaiming_uniform_', dict(nonlinearity='relu')), ('kaiming_normal_', dict(mode='fan_out', a=0.2)), ('orthogonal_', dict(gain=2.0)), ('sparse_', dict(sparsity=0.5)),
                 ('eye_', {}), ('constant_', dict(val=3)), ('ones_', {}), ('zeros_', {})]:
    torch.manual_seed(0)
    print(name, getattr(nn.init, name)(w, **kw))
print(nn.init.dirac_(torch.empty(2, 2, 3)))
for args in [('tanh',), ('relu',), ('leaky_relu', 0.2), ('selu',), ('conv2d',)]:
    print(args, nn.init.calculate_gain(*args))


def attempt(f):
    try:
        print('ok', f())
    except Exception as e:
        print(type(e).__name__ + ':', str(e).split('\n')[0])


attempt(lambda: nn.init.xavier_uniform_(torch.empty(3)))
attempt(lambda: nn.init.kaiming_uniform_(torch.empty(3, 2), mode='fan'))
attempt(lambda: nn.init.calculate_gain('swish'))
attempt(lambda: nn.init.eye_(torch.empty(3)))
p = nn.Parameter(torch.empty(2))
print(nn.init.ones_(p), nn.init._calculate_fan_in_and_fan_out(torch.empty(8, 4, 3, 3)))
