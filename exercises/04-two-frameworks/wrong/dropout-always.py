# ja: 評価モードなのに、呼ぶたびに出力が変わります。ドロップアウトが止まっていません。nn.Dropout を使うか、F.dropout に training=self.training を渡してください。
# en: In evaluation mode the output changes from call to call: dropout is still active. Use nn.Dropout, or give F.dropout training=self.training.
import keras
import torch.nn.functional as F
from keras import layers
from torch import nn


class Classifier(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.Linear(784, 256)
        self.second = nn.Linear(256, 128)
        self.last = nn.Linear(128, 10)

    def forward(self, x):
        x = F.dropout(F.relu(self.first(x)), 0.3)
        x = F.dropout(F.relu(self.second(x)), 0.3)
        return self.last(x)


def build_torch():
    return Classifier()


def build_keras():
    return keras.Sequential(
        [
            keras.Input((784,)),
            layers.Dense(256, activation="relu"),
            layers.Dropout(0.3),
            layers.Dense(128, activation="relu"),
            layers.Dropout(0.3),
            layers.Dense(10),
        ]
    )

