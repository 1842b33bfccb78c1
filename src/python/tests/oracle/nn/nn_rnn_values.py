import torch
import torch.nn as nn
from torch.nn.utils.rnn import pack_padded_sequence, pack_sequence, pad_packed_sequence, pad_sequence

torch.manual_seed(0)
x = torch.randn(4, 2, 3)
for cls, kw in [(nn.RNN, {}), (nn.RNN, dict(nonlinearity='relu', num_layers=2)), (nn.LSTM, {}), (nn.LSTM, dict(num_layers=2, bidirectional=True)),
                (nn.LSTM, dict(proj_size=2)), (nn.GRU, dict(batch_first=True)), (nn.GRU, dict(num_layers=2, bidirectional=True, bias=False))]:
    torch.manual_seed(1)
    net = cls(3, 4, **kw)
    out, h = net(x)
    print(net, out.shape, out[0, 0], sep='\n')
    print([t.shape for t in h] if isinstance(h, tuple) else h.shape)
    out.sum().backward()
    print([f'{p.grad.sum().item():.4f}' for p in net.parameters()])
seqs = [torch.randn(n, 3) for n in (2, 4, 1)]
padded = pad_sequence(seqs, batch_first=True)
packed = pack_padded_sequence(padded, torch.tensor([2, 4, 1]), batch_first=True, enforce_sorted=False)
print(packed.batch_sizes, packed.sorted_indices, packed.unsorted_indices, packed.data.shape)
for cls in (nn.GRU, nn.LSTM):
    torch.manual_seed(2)
    net = cls(3, 2, bidirectional=True, num_layers=2)
    out, h = net(packed)
    full, lengths = pad_packed_sequence(out, batch_first=True, padding_value=-1.0)
    print(full, lengths)
    print(h if not isinstance(h, tuple) else h[1])
print(pack_sequence([torch.tensor([1, 2, 3]), torch.tensor([4, 5])]))
cell = nn.LSTMCell(3, 2)
h, c = cell(x[0])
h, c = cell(x[1], (h, c))
print(h, c)
print(nn.GRUCell(3, 2)(x[0]), nn.RNNCell(3, 2)(x[0]))
print(nn.GRU(3, 2)(x[:, 0])[0].shape)
