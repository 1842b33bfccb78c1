import tensorflow as tf
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

# ja: 実験 1: 同じ関数を、符号の違う 2 つの値で呼ぶ
# en: Experiment 1: the same function, called with values of different sign
for value in (2.0, -2.0):
    x = torch.tensor(value, requires_grad=True)
    y = x * 3 if x > 0 else torch.exp(x)
    print("1:", value, "->", y.grad_fn)

# ja: 実験 2: TensorFlow で足し算をする
# en: Experiment 2: a sum in TensorFlow
total = tf.constant([1.0, 2.0]) + 10.0
print("2:", tf.executing_eagerly(), total)

# ja: 実験 3: フックを付けたモデルを、2 通りに呼ぶ
# en: Experiment 3: a model with a hook, called in two ways
model = nn.Linear(2, 1)
model.register_forward_hook(lambda module, inputs, output: print("3:    the hook runs"))
print("3: model(x)")
model(torch.ones(1, 2))
print("3: model.forward(x)")
model.forward(torch.ones(1, 2))

# ja: 実験 4: 2 エポック分の順番を見る
# en: Experiment 4: the order of two epochs
loader = DataLoader(TensorDataset(torch.arange(8)), batch_size=8, shuffle=True)
for epoch in (1, 2):
    for (batch,) in loader:
        print("4: epoch", epoch, batch.tolist())

# ja: None を True か False に置き換えてください
# en: Replace each None by True or False
answers = {
    "define_by_run": None,
    "eager_by_default": None,
    "call_forward": None,
    "reshuffles": None,
}
