import torch
import torch.nn as nn
from torch.nn.utils import clip_grad_norm_, clip_grad_value_, parameters_to_vector, vector_to_parameters
from torch.nn.utils.rnn import pad_sequence

p = [nn.Parameter(torch.tensor([3.0, 4.0])), nn.Parameter(torch.zeros(2))]
p[0].grad = torch.tensor([3.0, 4.0])
p[1].grad = torch.tensor([0.0, 12.0])
print(clip_grad_norm_(p, 6.5), p[0].grad, p[1].grad)
print(clip_grad_norm_(p, 100.0), clip_grad_norm_(p, 1.0, norm_type=float('inf')), p[1].grad)
clip_grad_value_(p, 0.3)
print(p[0].grad, p[1].grad, clip_grad_norm_([], 1.0))
v = parameters_to_vector(p)
print(v)
vector_to_parameters(torch.arange(4.0), p)
print(p)
print(pad_sequence([torch.tensor([1, 2, 3]), torch.tensor([4])]), pad_sequence([torch.ones(2), torch.ones(1)], batch_first=True, padding_value=-1.0))
torch.manual_seed(0)
net = nn.Linear(3, 2)
before = net.weight.detach().clone()
nn.utils.weight_norm(net)
print([n for n, _ in net.named_parameters()], torch.allclose(net.weight, before))
net(torch.ones(1, 3)).sum().backward()
print(net.weight_g.grad, net.weight_v.grad.shape)
nn.utils.remove_weight_norm(net)
print([n for n, _ in net.named_parameters()])
x = torch.tensor([1.0], requires_grad=True)
(x * float('nan')).backward()
try:
    clip_grad_norm_([x], 1.0, error_if_nonfinite=True)
except RuntimeError as e:
    print(str(e)[:60])
