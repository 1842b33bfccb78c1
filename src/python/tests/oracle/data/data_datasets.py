import torch
from torch.utils.data import BatchSampler, ChainDataset, ConcatDataset, DataLoader, Dataset, IterableDataset, SequentialSampler, Subset, TensorDataset, get_worker_info


class Squares(Dataset):
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        if i >= self.n:
            raise IndexError('end')
        return torch.tensor(i), float(i * i)


class Count(IterableDataset):
    def __init__(self, a, b):
        self.a, self.b = a, b

    def __iter__(self):
        return iter(range(self.a, self.b))


def attempt(f):
    try:
        print('ok', f())
    except Exception as e:
        print(type(e).__name__ + ':', str(e).split('\n')[0])


both = Squares(3) + Squares(2)
print(type(both).__name__, len(both), both[3], both[-1], both.cumulative_sizes)
for batch in DataLoader(both, batch_size=2):
    print(batch)
print([b.tolist() for b in DataLoader(Count(0, 7), batch_size=3)], [b.tolist() for b in DataLoader(Count(0, 7), batch_size=3, drop_last=True)])
print(list(DataLoader(Count(0, 3), batch_size=None)), [b.tolist() for b in DataLoader(ChainDataset([Count(0, 2), Count(5, 7)]), batch_size=4)])
print(list(BatchSampler(SequentialSampler(range(7)), 3, False)), list(BatchSampler(SequentialSampler(range(7)), 3, True)), len(BatchSampler(SequentialSampler(range(7)), 3, True)))
loader = DataLoader(Squares(5), batch_size=2, collate_fn=lambda s: [int(i) for i, _ in s])
print(list(loader), len(loader), loader.batch_size, type(loader.sampler).__name__, loader.drop_last, loader.num_workers)
print(get_worker_info(), len(Subset(Squares(5), [0, 4])), Subset(Squares(5), [0, 4])[1])
attempt(lambda: TensorDataset(torch.zeros(2), torch.zeros(3)))
attempt(lambda: DataLoader(Squares(2), batch_size=0))
attempt(lambda: DataLoader(Squares(2), shuffle=True, sampler=[0]))
attempt(lambda: DataLoader(Squares(2), batch_sampler=[[0]], batch_size=2))
attempt(lambda: DataLoader(Squares(2), num_workers=-1))
attempt(lambda: DataLoader(Squares(2), batch_size=None, drop_last=True))
attempt(lambda: DataLoader(Count(0, 2), shuffle=True))
attempt(lambda: DataLoader(Squares(0), shuffle=True))
attempt(lambda: setattr(loader, 'batch_size', 3))
attempt(lambda: ConcatDataset([]))
attempt(lambda: both[-9])
attempt(lambda: len(DataLoader(Count(0, 2))))
attempt(lambda: torch.utils.data.random_split(range(5), [2, 2]))
x = TensorDataset(torch.arange(4.0), torch.arange(4))
print(x[1], x[1:3], len(x))
