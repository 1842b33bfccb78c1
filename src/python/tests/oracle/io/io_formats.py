import io
import os
import pickle

import torch

base = torch.arange(6.0)
data = {'a': base.view(2, 3), 'b': base[1:3], 'n': 3, 's': 'text', 'l': [torch.tensor(True), (torch.tensor([1, 2], dtype=torch.int8),)], 'none': None,
        'od': dict(x=torch.ones(2, dtype=torch.float16)), 'shape': torch.Size([1, 2]), 'dtype': torch.float64, 'device': torch.device('cpu'),
        'p': torch.nn.Parameter(torch.ones(1)), 'rg': torch.ones(2, requires_grad=True), 'nc': torch.arange(6).reshape(2, 3).t(), 'empty': torch.zeros(0, 3), 'bf': torch.ones(1).bfloat16()}
torch.save(data, 'data.pt')
d = torch.load('data.pt')
for key, value in d.items():
    print(key, value, getattr(value, 'dtype', ''), getattr(value, 'requires_grad', ''))
d['a'][0, 1] = 50
print(d['b'], d['nc'].stride(), type(d['p']).__name__, os.path.exists('data.pt'))
buffer = io.BytesIO()
torch.save(base, buffer)
buffer.seek(0)
print(torch.load(buffer, map_location='cpu'), torch.load('data.pt', map_location=torch.device('cpu'))['n'])
copy = pickle.loads(pickle.dumps(base.view(3, 2)))
print(copy, pickle.loads(pickle.dumps(torch.float32)), pickle.loads(pickle.dumps(torch.Size([2]))), pickle.loads(pickle.dumps(torch.device('cpu'))))
torch.save([1, 2.5, 'x'], 'plain.pth')
print(torch.load('plain.pth'))
try:
    torch.load('missing.pt')
except FileNotFoundError as e:
    print(type(e).__name__)
net = torch.nn.Sequential(torch.nn.Linear(2, 3), torch.nn.BatchNorm1d(3))
torch.save(net.state_dict(), 'net.pth')
state = torch.load('net.pth')
print(list(state), type(state).__name__, state['1.num_batches_tracked'])
other = torch.nn.Sequential(torch.nn.Linear(2, 3), torch.nn.BatchNorm1d(3))
print(other.load_state_dict(state), torch.equal(other[0].weight, net[0].weight))
