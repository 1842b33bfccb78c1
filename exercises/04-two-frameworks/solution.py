import keras
from keras import layers
from torch import nn


def build_torch():
    return nn.Sequential(
        nn.Linear(784, 256),
        nn.ReLU(),
        nn.Dropout(0.3),
        nn.Linear(256, 128),
        nn.ReLU(),
        nn.Dropout(0.3),
        # ja: ロジットのまま返す。softmax は損失関数(CrossEntropyLoss)が引き受ける
        # en: Logits: softmax is the part of the loss (CrossEntropyLoss)
        nn.Linear(128, 10),
    )


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


if __name__ == "__main__":
    print(sum(p.numel() for p in build_torch().parameters()))
    build_keras().summary()
