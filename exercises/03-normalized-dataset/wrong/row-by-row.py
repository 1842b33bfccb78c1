# ja: 1 件(行)ごとに標準化しています。向きが逆です。axis=0 で列ごとの平均になります。
# en: Each sample (row) is normalized by itself. It is the other direction: axis=0 gives the mean of each column.
import numpy as np
import torch
from torch.utils.data import Dataset


class NormalizedDataset(Dataset):
    def __init__(self, X, y):
        X = np.asarray(X, dtype=np.float64)
        mean, std = X.mean(axis=1, keepdims=True), X.std(axis=1, keepdims=True)
        self.X = torch.tensor((X - mean) / np.where(std > 0, std, 1.0), dtype=torch.float32)
        self.y = torch.tensor(y, dtype=torch.int64)

    def __len__(self):
        return len(self.X)

    def __getitem__(self, index):
        return self.X[index], self.y[index]
