"""All layers, and what they are built on."""

import importlib

# Where each layer stands. A layer's module is read when its name is first asked for: a program uses a few of them.
_HOMES = {
    "layer": "Layer",
    "input_spec": "InputSpec",
    "core.input_layer": "Input InputLayer",
    "core.dense": "Dense",
    "core.einsum_dense": "EinsumDense",
    "core.embedding": "Embedding",
    "core.identity": "Identity",
    "core.lambda_layer": "Lambda",
    "core.masking": "Masking",
    "core.wrapper": "Wrapper",
    "activations.activation": "Activation",
    "activations.elu": "ELU",
    "activations.leaky_relu": "LeakyReLU",
    "activations.prelu": "PReLU",
    "activations.relu": "ReLU",
    "activations.softmax": "Softmax",
    "attention.additive_attention": "AdditiveAttention",
    "attention.attention": "Attention",
    "attention.grouped_query_attention": "GroupedQueryAttention GroupQueryAttention",
    "attention.multi_head_attention": "MultiHeadAttention",
    "merging.add": "Add add",
    "merging.average": "Average average",
    "merging.concatenate": "Concatenate concatenate",
    "merging.dot": "Dot dot",
    "merging.maximum": "Maximum maximum",
    "merging.minimum": "Minimum minimum",
    "merging.multiply": "Multiply multiply",
    "merging.subtract": "Subtract subtract",
    "normalization.batch_normalization": "BatchNormalization",
    "normalization.group_normalization": "GroupNormalization",
    "normalization.layer_normalization": "LayerNormalization",
    "normalization.rms_normalization": "RMSNormalization",
    "normalization.spectral_normalization": "SpectralNormalization",
    "normalization.unit_normalization": "UnitNormalization",
    "regularization.activity_regularization": "ActivityRegularization",
    "regularization.dropout": "Dropout",
    "regularization.gaussian": "AlphaDropout GaussianDropout GaussianNoise",
    "regularization.spatial_dropout": "SpatialDropout1D SpatialDropout2D SpatialDropout3D",
    "reshaping.flatten": "Flatten",
    "reshaping.permute": "Permute",
    "reshaping.repeat_vector": "RepeatVector",
    "reshaping.reshape": "Reshape",
    "reshaping.up_sampling2d": "UpSampling2D",
    "rnn.bidirectional": "Bidirectional",
    "rnn.conv_lstm": "ConvLSTM1D ConvLSTM2D ConvLSTM3D",
    "rnn.gru": "GRU GRUCell",
    "rnn.lstm": "LSTM LSTMCell",
    "rnn.rnn": "RNN",
    "rnn.simple_rnn": "SimpleRNN SimpleRNNCell",
    "rnn.stacked_rnn_cells": "StackedRNNCells",
    "rnn.time_distributed": "TimeDistributed",
    "preprocessing.category_encoding": "CategoryEncoding",
    "preprocessing.discretization": "Discretization",
    "preprocessing.hashed_crossing": "HashedCrossing",
    "preprocessing.hashing": "Hashing",
    "preprocessing.integer_lookup": "IntegerLookup",
    "preprocessing.normalization": "Normalization",
    "preprocessing.pipeline": "Pipeline",
    "preprocessing.rescaling": "Rescaling",
    "preprocessing.string_lookup": "StringLookup",
    "preprocessing.text_vectorization": "TextVectorization",
    "preprocessing.image_preprocessing.center_crop": "CenterCrop",
    "preprocessing.image_preprocessing.random_affine": "RandomRotation RandomShear RandomTranslation RandomZoom",
    "preprocessing.image_preprocessing.random_color": (
        "RandomBrightness RandomContrast RandomGrayscale RandomHue RandomInvert RandomSaturation"
    ),
    "preprocessing.image_preprocessing.random_crop": "RandomCrop",
    "preprocessing.image_preprocessing.random_erasing": "RandomErasing",
    "preprocessing.image_preprocessing.random_flip": "RandomFlip",
    "preprocessing.image_preprocessing.resizing": "Resizing",
    "preprocessing.image_preprocessing.solarization": "Solarization",
}
for _rank in (1, 2, 3):
    _d = f"{_rank}D"
    for _module, _class in {
        "convolutional.conv{}d": "Conv{}D Convolution{}D",
        "convolutional.conv{}d_transpose": "Conv{}DTranspose Convolution{}DTranspose",
        "pooling.max_pooling{}d": "MaxPooling{}D MaxPool{}D",
        "pooling.average_pooling{}d": "AveragePooling{}D AvgPool{}D",
        "pooling.global_max_pooling{}d": "GlobalMaxPooling{}D GlobalMaxPool{}D",
        "pooling.global_average_pooling{}d": "GlobalAveragePooling{}D GlobalAvgPool{}D",
        "pooling.adaptive_max_pooling{}d": "AdaptiveMaxPooling{}D",
        "pooling.adaptive_average_pooling{}d": "AdaptiveAveragePooling{}D",
        "reshaping.cropping{}d": "Cropping{}D",
        "reshaping.zero_padding{}d": "ZeroPadding{}D",
        "reshaping.up_sampling{}d": "UpSampling{}D",
    }.items():
        _HOMES.setdefault(_module.format(_rank), _class.replace("{}", str(_rank)))
    if _rank < 3:
        _HOMES[f"convolutional.depthwise_conv{_rank}d"] = f"DepthwiseConv{_d}"
        _HOMES[f"convolutional.separable_conv{_rank}d"] = f"SeparableConv{_d} SeparableConvolution{_d}"

HOME_OF = {name: module for module, names in _HOMES.items() for name in names.split()}
# Older names of the same classes.
_OLDER = {"GroupQueryAttention": "GroupedQueryAttention"}


def _class_name(name):
    if name in _OLDER:
        return _OLDER[name]
    if "Convolution" in name:
        return name.replace("Convolution", "Conv")
    for older, newer in (("MaxPool", "MaxPooling"), ("AvgPool", "AveragePooling")):
        if older in name and newer not in name:
            return name.replace(older, newer)
    return name


def load(name):
    """The layer of a public name."""
    module = importlib.import_module(f"keras.src.layers.{HOME_OF[name]}")
    return getattr(module, _class_name(name))


def __getattr__(name):
    if name in HOME_OF:
        return load(name)
    raise AttributeError(f"module 'keras.src.layers' has no attribute {name!r}")
