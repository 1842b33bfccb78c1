# ja: 学習時もドロップアウトが働いていません。隠れ層の後に 1 つずつ入れてください。
# en: No dropout is active in training. Put one after each hidden layer.
import keras
from keras import layers
from torch import nn


def build_torch():
    return nn.Sequential(
        nn.Linear(784, 256),
        nn.ReLU(),
        nn.Linear(256, 128),
        nn.ReLU(),
        nn.Linear(128, 10),
    )


def build_keras():
    return keras.Sequential(
        [
            keras.Input((784,)),
            layers.Dense(256, activation="relu"),
            layers.Dense(128, activation="relu"),
            layers.Dense(10),
        ]
    )

