# ja: 配列全体から 1 つの平均と標準偏差を取っています。特徴(列)ごとに取ってください。
# en: One mean and one standard deviation are taken of the whole array. Take them of each feature (column).
import numpy as np
import torch
from torch.utils.data import Dataset


class NormalizedDataset(Dataset):
    def __init__(self, X, y):
        X = np.asarray(X, dtype=np.float64)
        self.X = torch.tensor((X - X.mean()) / (X.std() + 1e-8), dtype=torch.float32)
        self.y = torch.tensor(y, dtype=torch.int64)

    def __len__(self):
        return len(self.X)

    def __getitem__(self, index):
        return self.X[index], self.y[index]
