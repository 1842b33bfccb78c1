import keras
from keras import layers
from torch import nn


def build_torch():
    return nn.Sequential(
        nn.Linear(784, 10),
    )


def build_keras():
    return keras.Sequential(
        [
            keras.Input((784,)),
            layers.Dense(10),
        ]
    )


# ja: 試してみる
# en: Try it out
if __name__ == "__main__":
    print(sum(p.numel() for p in build_torch().parameters()))
    build_keras().summary()
