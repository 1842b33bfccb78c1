# ja: 標準偏差が 0 のまま割られて NaN になりました。値がすべて同じ列や、1 件だけのデータでは、割る数を替えてください。
# en: Something was divided by a standard deviation of 0, or by one that is NaN. Divide by something else for a column of equal values and for a single sample.
import numpy as np
import torch
from torch.utils.data import Dataset


class NormalizedDataset(Dataset):
    def __init__(self, X, y):
        X = torch.tensor(np.asarray(X), dtype=torch.float32)
        self.X = (X - X.mean(dim=0)) / X.std(dim=0)
        self.y = torch.tensor(y, dtype=torch.int64)

    def __len__(self):
        return len(self.X)

    def __getitem__(self, index):
        return self.X[index], self.y[index]
