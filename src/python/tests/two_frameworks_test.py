"""One model in both frameworks: the same weights give the same outputs, and the same gradients' step the same weights."""

import numpy as np
import torch
from keras import Input, Sequential, layers, losses, optimizers
from torch import nn

CLOSE = {"rtol": 1e-5, "atol": 1e-6}


def _random(*shape, seed=0):
    return np.random.RandomState(seed).uniform(-1, 1, shape).astype("float32")


def _array(tensor):
    return tensor.detach().numpy()


def _dense(linear):
    return [_array(linear.weight).T, _array(linear.bias)]


def test_the_chapters_mlp_and_a_step_of_training():
    ours = nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 128), nn.ReLU(), nn.Linear(128, 10))
    keras = Sequential([Input((784,)), layers.Dense(128, "relu"), layers.Dense(128, "relu"), layers.Dense(10)])
    keras.set_weights([each for i in (0, 2, 4) for each in _dense(ours[i])])
    assert keras.count_params() == sum(p.numel() for p in ours.parameters()) == 118_282
    x, y = _random(32, 784), np.arange(32) % 10
    np.testing.assert_allclose(keras(x), _array(ours(torch.from_numpy(x))), **CLOSE)

    keras.compile(optimizers.SGD(0.1), losses.SparseCategoricalCrossentropy(from_logits=True))
    loss = keras.train_on_batch(x, y)
    ours_loss = nn.functional.cross_entropy(ours(torch.from_numpy(x)), torch.from_numpy(y))
    ours_loss.backward()
    torch.optim.SGD(ours.parameters(), 0.1).step()
    assert abs(float(loss) - ours_loss.item()) < 1e-5
    for mine, theirs in zip([each for i in (0, 2, 4) for each in _dense(ours[i])], keras.get_weights()):
        np.testing.assert_allclose(theirs, mine, **CLOSE)


def test_a_cnn_with_batch_norm_and_pooling():
    conv, norm, head = nn.Conv2d(3, 8, 3, padding=1), nn.BatchNorm2d(8, eps=1e-3), nn.Linear(8 * 4 * 4, 5)
    norm.running_mean.copy_(torch.from_numpy(_random(8, seed=1)))
    norm.running_var.copy_(torch.from_numpy(_random(8, seed=2) ** 2 + 0.5))
    keras = Sequential(
        [Input((8, 8, 3)), layers.Conv2D(8, 3, padding="same"), layers.BatchNormalization(), layers.ReLU(),
         layers.MaxPooling2D(2), layers.Flatten(), layers.Dense(5)]
    )  # fmt: skip
    keras.layers[0].set_weights([_array(conv.weight).transpose(2, 3, 1, 0), _array(conv.bias)])
    keras.layers[1].set_weights([_array(norm.weight), _array(norm.bias), _array(norm.running_mean), _array(norm.running_var)])
    # Flatten walks channels last in Keras and channels first in PyTorch.
    rows = _array(head.weight).reshape(5, 8, 4, 4).transpose(2, 3, 1, 0).reshape(-1, 5)
    keras.layers[5].set_weights([rows, _array(head.bias)])
    x = _random(4, 8, 8, 3)
    with torch.no_grad():
        features = torch.relu(norm.eval()(conv(torch.from_numpy(x).permute(0, 3, 1, 2))))
        expected = head(nn.functional.max_pool2d(features, 2).flatten(1))
    np.testing.assert_allclose(keras(x), _array(expected), **CLOSE)


def test_an_lstm_and_a_gru():
    x = _random(2, 7, 3)
    lstm = nn.LSTM(3, 4, batch_first=True)
    keras = Sequential([Input((7, 3)), layers.LSTM(4, return_sequences=True)])
    bias = _array(lstm.bias_ih_l0 + lstm.bias_hh_l0)
    keras.set_weights([_array(lstm.weight_ih_l0).T, _array(lstm.weight_hh_l0).T, bias])
    np.testing.assert_allclose(keras(x), _array(lstm(torch.from_numpy(x))[0]), **CLOSE)

    gru = nn.GRU(3, 4, batch_first=True)
    keras = Sequential([Input((7, 3)), layers.GRU(4, return_sequences=True)])

    def gates(parameter):  # reset, update, new in PyTorch; update, reset, new in Keras
        r, z, n = np.split(_array(parameter), 3)
        return np.concatenate([z, r, n])

    keras.set_weights([gates(gru.weight_ih_l0).T, gates(gru.weight_hh_l0).T, np.stack([gates(gru.bias_ih_l0), gates(gru.bias_hh_l0)])])
    np.testing.assert_allclose(keras(x), _array(gru(torch.from_numpy(x))[0]), **CLOSE)


def test_embedding_layer_norm_and_attention():
    table, norm, attention = nn.Embedding(11, 8), nn.LayerNorm(8, eps=1e-3), nn.MultiheadAttention(8, 2, batch_first=True)
    index = np.array([[1, 5, 10, 0], [2, 2, 3, 4]])
    expected = norm(table(torch.from_numpy(index)))
    expected = attention(expected, expected, expected, need_weights=False)[0]

    embedding, normalized, heads = layers.Embedding(11, 8), layers.LayerNormalization(), layers.MultiHeadAttention(2, 4)
    hidden = normalized(embedding(index))
    heads(hidden, hidden)
    embedding.set_weights([_array(table.weight)])
    normalized.set_weights([_array(norm.weight), _array(norm.bias)])
    split = [
        part
        for weight, bias in zip(np.split(_array(attention.in_proj_weight), 3), np.split(_array(attention.in_proj_bias), 3))
        for part in (weight.T.reshape(8, 2, 4), bias.reshape(2, 4))
    ]
    heads.set_weights([*split, _array(attention.out_proj.weight).T.reshape(2, 4, 8), _array(attention.out_proj.bias)])
    hidden = normalized(embedding(index))
    np.testing.assert_allclose(heads(hidden, hidden), _array(expected), **CLOSE)
