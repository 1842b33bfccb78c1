import torch
from torch.utils.data import DataLoader, RandomSampler, Subset, SubsetRandomSampler, TensorDataset, WeightedRandomSampler, random_split

torch.manual_seed(0)
ds = TensorDataset(torch.arange(10), torch.arange(10) * 10)
loader = DataLoader(ds, batch_size=4, shuffle=True)
for epoch in range(2):
    for x, y in loader:
        print(epoch, x, y)
    print(torch.rand(1))
g = torch.Generator().manual_seed(42)
loader = DataLoader(ds, batch_size=3, shuffle=True, generator=g, drop_last=True)
print([x.tolist() for x, _ in loader], [x.tolist() for x, _ in loader])
print(torch.rand(1, generator=g))
a, b = random_split(ds, [7, 3], generator=torch.Generator().manual_seed(1))
print(a.indices, b.indices, len(a), a[0])
c, d, e = random_split(range(10), [0.5, 0.3, 0.2])
print(list(c), list(d), list(e))
print(list(RandomSampler(range(5))), list(RandomSampler(range(5), replacement=True, num_samples=7)))
print(list(SubsetRandomSampler([3, 1, 4])), list(WeightedRandomSampler([0.1, 0.9, 0.0], 6)))
print(list(WeightedRandomSampler([1.0, 2.0, 3.0], 2, replacement=False)))
print([x.tolist() for x, in DataLoader(TensorDataset(torch.arange(6)), batch_size=4, sampler=[5, 0, 3, 3])])
print([x.tolist() for x, in DataLoader(TensorDataset(torch.arange(6)), batch_sampler=[[0, 1], [5]])])
print([x.tolist() for x in DataLoader(Subset(torch.arange(8), [1, 3, 5]), batch_size=2)])
print(torch.rand(1))
it = iter(DataLoader(ds, batch_size=5, shuffle=True))
print(next(it)[0], torch.rand(1), next(it)[0])
try:
    next(it)
except StopIteration:
    print('end')
