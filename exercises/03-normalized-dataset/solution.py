import numpy as np
import torch
from torch.utils.data import DataLoader, Dataset


class NormalizedDataset(Dataset):
    def __init__(self, X, y):
        # ja: 新しい float64 の配列にする。整数でもよく、呼び出し元の配列は変わらない
        # en: As float64: integers will do, and the caller's array stays as it is
        values = np.asarray(X, dtype=np.float64)
        mean = values.mean(axis=0)
        std = values.std(axis=0)
        # ja: 値がすべて同じ列は 1 で割る。平均を引いた後なので 0 のまま
        # en: A column of equal values is divided by 1: without its mean it is 0 already
        std = np.where(std > 0, std, 1.0)
        self.X = torch.tensor((values - mean) / std, dtype=torch.float32)
        self.y = torch.tensor(np.asarray(y), dtype=torch.int64)

    def __len__(self):
        return len(self.X)

    def __getitem__(self, index):
        return self.X[index], self.y[index]


if __name__ == "__main__":
    X = np.array([[1.0, 5.0, 10.0], [2.0, 5.0, 30.0], [3.0, 5.0, 80.0]])
    y = np.array([0, 1, 1])
    for features, labels in DataLoader(NormalizedDataset(X, y), batch_size=2):
        print(features, labels)
