# ja: 出力がロジットではなく、softmax を通した確率になっています。最後の層の活性化を外してください。
# en: The output is not logits but probabilities after a softmax. Take the activation of the last layer away.
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
        nn.Linear(128, 10),
        nn.Softmax(dim=1),
    )


def build_keras():
    return keras.Sequential(
        [
            keras.Input((784,)),
            layers.Dense(256, activation="relu"),
            layers.Dropout(0.3),
            layers.Dense(128, activation="relu"),
            layers.Dropout(0.3),
            layers.Dense(10, activation="softmax"),
        ]
    )

