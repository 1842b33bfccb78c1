import numpy as np
import torch
from torch.utils.data import DataLoader, Dataset


class NormalizedDataset(Dataset):
    def __init__(self, X, y):
        # ja: ここで列ごとに標準化する
        # en: Normalize each column here
        self.X = X
        self.y = y

    def __len__(self):
        return len(self.X)

    def __getitem__(self, index):
        # ja: float32 と int64 のテンソルを返す
        # en: Return a float32 and an int64 tensor
        return self.X[index], self.y[index]


# ja: 試してみる
# en: Try it out
if __name__ == "__main__":
    X = np.array([[1.0, 5.0, 10.0], [2.0, 5.0, 30.0], [3.0, 5.0, 80.0]])
    y = np.array([0, 1, 1])
    dataset = NormalizedDataset(X, y)
    for index in range(len(dataset)):
        print(dataset[index])
