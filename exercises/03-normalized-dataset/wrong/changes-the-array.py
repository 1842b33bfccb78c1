# ja: X -= … のような書き方は、呼び出し元の配列を書き換えます(整数の配列ではエラーになります)。新しい配列を作ってください。
# en: Writing X -= … changes the caller's array, and fails for integers. Make a new array.
import numpy as np
import torch
from torch.utils.data import Dataset


class NormalizedDataset(Dataset):
    def __init__(self, X, y):
        std = X.std(axis=0)
        X -= X.mean(axis=0)
        X /= np.where(std > 0, std, 1.0)
        self.X = torch.tensor(X, dtype=torch.float32)
        self.y = torch.tensor(y, dtype=torch.int64)

    def __len__(self):
        return len(self.X)

    def __getitem__(self, index):
        return self.X[index], self.y[index]
