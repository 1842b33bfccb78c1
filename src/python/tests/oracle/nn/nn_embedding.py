import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(0)
emb = nn.Embedding(5, 3, padding_idx=0)
idx = torch.tensor([[0, 2], [4, 2]])
out = emb(idx)
print(emb, emb.weight, out)
out.sum().backward()
print(emb.weight.grad)
fixed = nn.Embedding.from_pretrained(torch.arange(6.0).view(3, 2))
print(fixed(torch.tensor([2, 0])), fixed.weight.requires_grad)
small = nn.Embedding(3, 2, max_norm=1.0)
print(small(torch.tensor([1])).norm() <= 1.0001, small.weight)
for mode in ('sum', 'mean', 'max'):
    bag = nn.EmbeddingBag.from_pretrained(torch.arange(8.0).view(4, 2), mode=mode)
    print(bag(torch.tensor([[0, 3], [1, 2]])), bag(torch.tensor([0, 1, 2, 3]), torch.tensor([0, 1])))
print(F.embedding(torch.tensor([1, 0]), torch.eye(2)), nn.Embedding(4, 2)(torch.tensor(1)).shape)
print(F.embedding_bag(torch.tensor([0, 1]), torch.eye(2), torch.tensor([0]), mode='sum', per_sample_weights=torch.tensor([2.0, 3.0])))
