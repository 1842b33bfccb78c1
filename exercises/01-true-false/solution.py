import tensorflow as tf
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

# ja: 正しい。通った道だけが記録される: 正なら MulBackward0、負なら ExpBackward0。グラフは実行の中で作られた。
# en: True. Only the branch that was taken is on record: MulBackward0 or ExpBackward0. The graph was made by running.
for value in (2.0, -2.0):
    x = torch.tensor(value, requires_grad=True)
    y = x * 3 if x > 0 else torch.exp(x)
    print("1:", value, "->", y.grad_fn)

# ja: 正しい。セッションもコンパイルもなしに、足し算の結果がもう数になっている。
# en: True. Without a session, without compiling, the sum is a number already.
total = tf.constant([1.0, 2.0]) + 10.0
print("2:", tf.executing_eagerly(), total.numpy())

# ja: 誤り。model(x) が forward を呼んでくれる。forward を直接呼ぶと、フックが動かない。
# en: False. model(x) calls forward for you. Calling forward directly leaves the hooks out.
calls = []
model = nn.Linear(2, 1)
model.register_forward_hook(lambda module, inputs, output: calls.append("hook"))
model(torch.ones(1, 2))
print("3: after model(x):", len(calls))
model.forward(torch.ones(1, 2))
print("3: after model.forward(x):", len(calls))

# ja: 正しい。読み始めるたびに新しい順番になる。
# en: True. Every time that reading starts, the order is a new one.
loader = DataLoader(TensorDataset(torch.arange(8)), batch_size=8, shuffle=True)
for epoch in (1, 2):
    for (batch,) in loader:
        print("4: epoch", epoch, batch.tolist())

answers = {
    "define_by_run": True,
    "eager_by_default": True,
    "call_forward": False,
    "reshuffles": True,
}
