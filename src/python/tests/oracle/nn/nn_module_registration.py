import torch
import torch.nn as nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.scale = nn.Parameter(torch.ones(2))
        self.body = nn.Sequential(nn.Linear(2, 3), nn.ReLU())
        self.register_buffer('steps', torch.zeros(1))
        self.register_buffer('cache', torch.zeros(2), persistent=False)
        self.register_parameter('missing', None)
        self.head = nn.Linear(3, 1)
        self.shared = self.head
        self.width = 3

    def forward(self, x):
        return self.head(self.body(x * self.scale))


net = Net()
print(net)
print([n for n, _ in net.named_parameters()])
print([n for n, _ in net.named_parameters(prefix='top', recurse=False)])
print([n for n, _ in net.named_modules()])
print([n for n, _ in net.named_children()])
print([n for n, _ in net.named_buffers()])
print(list(net.state_dict()))
print(len(list(net.parameters())), len(list(net.modules())), len(list(net.children())))
print(net.get_submodule('body.0'), net.get_parameter('body.0.bias').shape, net.get_buffer('steps'))
print('head' in dir(net), 'scale' in dir(net), hasattr(net, 'nothing'))
del net.shared
net.extra = nn.Tanh()
net.head = nn.Linear(3, 2)
print([n for n, _ in net.named_children()])
print(net(torch.zeros(1, 2)).shape)
print(net._get_name(), net.training, net.width)
