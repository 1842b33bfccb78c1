# ja: ドロップアウトの率は「落とす」割合です。0.7 では 70% が落ちて 30% しか残りません。
# en: The rate of a dropout is the share that it drops: 0.7 drops 70% and keeps only 30%.
import keras
from keras import layers
from torch import nn


def build_torch():
    return nn.Sequential(
        nn.Linear(784, 256),
        nn.ReLU(),
        nn.Dropout(0.7),
        nn.Linear(256, 128),
        nn.ReLU(),
        nn.Dropout(0.7),
        nn.Linear(128, 10),
    )


def build_keras():
    return keras.Sequential(
        [
            keras.Input((784,)),
            layers.Dense(256, activation="relu"),
            layers.Dropout(0.7),
            layers.Dense(128, activation="relu"),
            layers.Dropout(0.7),
            layers.Dense(10),
        ]
    )

