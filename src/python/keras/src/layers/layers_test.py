"""Layers against torch's, against formulas, and against themselves: symbolic and real shapes, configs and files."""

import os
import tempfile

import numpy as np
import torch

import keras
from keras import layers

_RANDOM = np.random.RandomState(0)


def _numbers(*shape):
    return _RANDOM.rand(*shape).astype("float32") - 0.5


def _close(got, expected, atol=1e-5):
    expected = expected.detach().numpy() if isinstance(expected, torch.Tensor) else expected
    assert np.allclose(np.array(got), expected, atol=atol), (np.array(got), expected)


def test_dense_equals_torch():
    dense, linear = layers.Dense(3), torch.nn.Linear(4, 3)
    dense.build((None, 4))
    dense.set_weights([linear.weight.detach().numpy().T, linear.bias.detach().numpy()])
    x = _numbers(5, 4)
    _close(dense(x), linear(torch.from_numpy(x)))


def test_conv2d_equals_torch_with_permuted_axes():
    for padding, strides in (("valid", 1), ("valid", 2), ("same", 1)):
        conv = layers.Conv2D(4, 3, padding=padding, strides=strides)
        other = torch.nn.Conv2d(2, 4, 3, stride=strides, padding=padding if padding == "same" else 0)
        conv.build((None, 6, 7, 2))
        conv.set_weights([other.weight.detach().permute(2, 3, 1, 0).numpy(), other.bias.detach().numpy()])
        x = _numbers(2, 6, 7, 2)
        _close(conv(x), other(torch.from_numpy(x).permute(0, 3, 1, 2)).permute(0, 2, 3, 1))


def test_same_padding_with_strides_adds_at_the_end():
    conv = layers.Conv1D(1, 3, strides=2, padding="same", kernel_initializer="ones")
    assert np.array(conv(np.ones((1, 4, 1)))).ravel().tolist() == [3.0, 2.0]


def test_lstm_equals_torch():
    lstm, other = layers.LSTM(3, return_sequences=True), torch.nn.LSTM(2, 3, batch_first=True)
    lstm.build((None, 4, 2))
    bias = (other.bias_ih_l0 + other.bias_hh_l0).detach().numpy()
    weights = [other.weight_ih_l0.detach().numpy().T, other.weight_hh_l0.detach().numpy().T, bias]
    lstm.set_weights(weights)
    x = _numbers(2, 4, 2)
    _close(lstm(x), other(torch.from_numpy(x))[0])


def test_batch_normalization_uses_population_variance_and_freezes():
    layer = layers.BatchNormalization(momentum=0.5)
    x = np.array([[1.0], [3.0]], dtype="float32")
    _close(layer(x, training=True), [[-0.9995], [0.9995]], atol=1e-3)
    assert layer.moving_mean.numpy().tolist() == [1.0]
    assert layer.moving_variance.numpy().tolist() == [1.0]
    layer.trainable = False
    layer(x, training=True)
    assert layer.moving_mean.numpy().tolist() == [1.0]


def test_biases_of_recurrent_layers():
    lstm, gru = layers.LSTM(2), layers.GRU(2)
    lstm.build((None, 3, 4))
    gru.build((None, 3, 4))
    assert lstm.get_weights()[2].tolist() == [0, 0, 1, 1, 0, 0, 0, 0]
    assert gru.get_weights()[2].shape == (2, 6)


def test_masks_travel_and_stop_recurrences():
    embedding, lstm = layers.Embedding(5, 3, mask_zero=True), layers.LSTM(2)
    x = np.array([[1, 2, 0, 0]])
    masked = lstm(embedding(x))
    _close(masked, lstm(embedding(x[:, :2])))


def test_stateful_layers_go_on():
    stateful, plain = layers.GRU(3, stateful=True), layers.GRU(3)
    x = _numbers(1, 4, 2)
    stateful(x[:, :2])
    second = stateful(x[:, 2:])
    plain.build(x.shape)
    plain.set_weights(stateful.get_weights())
    _close(plain(x), np.array(second))


def test_average_pooling_leaves_padding_out():
    pooled = layers.AveragePooling1D(2, strides=1, padding="same")(np.array([[[1.0], [3.0]]]))
    assert np.array(pooled).ravel().tolist() == [2.0, 3.0]


def test_attention_weights_sum_to_one():
    layer = layers.MultiHeadAttention(2, 4)
    x = _numbers(2, 3, 8)
    output, scores = layer(x, x, return_attention_scores=True, use_causal_mask=True)
    _close(np.array(scores).sum(-1), np.ones((2, 2, 3)))
    assert np.triu(np.array(scores)[0, 0], 1).sum() == 0
    assert output.shape == (2, 3, 8)
    assert layer.count_params() == 3 * (8 * 8 + 8) + 8 * 8 + 8


def test_text_vectorization_orders_terms_by_frequency():
    layer = layers.TextVectorization(output_sequence_length=4)
    layer.adapt(["the cat sat", "the dog sat down!"])
    assert layer.get_vocabulary() == ["", "[UNK]", "the", "sat", "down", "dog", "cat"]
    assert np.array(layer(["The cat; ran"])).tolist() == [[2, 6, 1, 0]]


def test_error_texts():
    layer = layers.Dense(2, name="d")
    layer(np.zeros((1, 3)))
    for call, text in (
        (lambda: layer(np.zeros((1, 4))), "expected axis -1 of input shape to have value 3"),
        (lambda: layers.Dense(0), "expected a positive integer"),
        (lambda: layers.LSTM(2)(np.zeros((1, 2))), "expected ndim=3, found ndim=2"),
        (lambda: layer.set_weights([np.zeros((3, 2))]), "with a weight list of length 1"),
        (lambda: layers.Dense(2)([[1.0]]), "Only input tensors may be passed as positional arguments"),
    ):
        try:
            call()
        except ValueError as error:
            assert text in str(error), error
        else:
            raise AssertionError(text)


_IMAGE, _STEPS, _ROW = (6, 5, 3), (6, 4), (5,)
_ZOO = [
    (lambda: layers.Conv1D(4, 3, padding="causal", dilation_rate=2), _STEPS),
    (lambda: layers.Conv2D(6, (2, 3), groups=3, activation="relu"), _IMAGE),
    (lambda: layers.Conv2DTranspose(4, 3, strides=2, padding="same"), _IMAGE),
    (lambda: layers.SeparableConv2D(4, 3), _IMAGE),
    (lambda: layers.DepthwiseConv2D(3, strides=2, padding="same", depth_multiplier=2), _IMAGE),
    (lambda: layers.MaxPooling2D(2, padding="same"), _IMAGE),
    (lambda: layers.GlobalAveragePooling2D(keepdims=True), _IMAGE),
    (lambda: layers.LayerNormalization(axis=[1, 2]), _STEPS),
    (lambda: layers.GroupNormalization(groups=3), _IMAGE),
    (lambda: layers.PReLU(shared_axes=[1, 2]), _IMAGE),
    (lambda: layers.ZeroPadding2D(((1, 0), (2, 1))), _IMAGE),
    (lambda: layers.Cropping2D(((1, 1), (0, 2))), _IMAGE),
    (lambda: layers.UpSampling2D(2, interpolation="bilinear"), _IMAGE),
    (lambda: layers.Bidirectional(layers.GRU(3, return_sequences=True), merge_mode="sum"), _STEPS),
    (lambda: layers.RNN([layers.LSTMCell(4), layers.GRUCell(3)], return_sequences=True), _STEPS),
    (lambda: layers.TimeDistributed(layers.Dense(2)), _STEPS),
    (lambda: layers.ConvLSTM1D(2, 2, return_sequences=True), (3, *_STEPS)),
    (lambda: layers.EinsumDense("...x,xy->...y", output_shape=8, bias_axes="y"), _STEPS),
    (lambda: layers.Resizing(8, 7), _IMAGE),
    (lambda: layers.Normalization(mean=[1.0] * 5, variance=[2.0] * 5), _ROW),
]


def test_shapes_configs_and_files_of_many_layers():
    folder = tempfile.mkdtemp()
    for make, shape in _ZOO:
        layer = make()
        inputs = keras.Input(shape)
        outputs = layer(inputs)
        model = keras.Model(inputs, outputs)
        x = _numbers(2, *shape)
        y = model(x)
        assert tuple(outputs.shape)[1:] == tuple(y.shape)[1:], layer
        config = layer.get_config()
        assert type(layer).from_config(config).get_config() == config, layer
        for ending in ("keras", "h5"):
            path = os.path.join(folder, f"model.{ending}")
            model.save(path)
            _close(keras.models.load_model(path)(x), np.array(y))


def test_normalizations_take_double_precision():
    x = np.array([[1.0, 2.0, 3.0]])
    assert np.allclose(layers.LayerNormalization(epsilon=0.0)(x), [[-1.2247449, 0.0, 1.2247449]])
    assert np.allclose(layers.GroupNormalization(groups=3)(x), 0.0)
