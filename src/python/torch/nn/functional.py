"""torch.nn.functional: the operations of neural networks as functions without state. They are written in _functional/, by
kind; modules that keep weights and options are in modules/."""

from torch._ops.refusals import guarded as _guarded

from ._functional.activation import (  # noqa: F401
    celu, elu, gelu, glu, gumbel_softmax, hardshrink, hardsigmoid, hardswish, hardtanh, leaky_relu, log_softmax, logsigmoid,
    mish, prelu, relu, relu6, rrelu, selu, sigmoid, silu, softmax, softmin, softplus, softshrink, softsign, tanh, tanhshrink,
    threshold,
    celu_, elu_, hardtanh_, leaky_relu_, relu_, rrelu_, selu_, threshold_,
)
from ._functional.attention import multi_head_attention_forward, scaled_dot_product_attention  # noqa: F401
from ._functional.convolution import (  # noqa: F401
    conv1d, conv2d, conv3d, conv_transpose1d, conv_transpose2d, conv_transpose3d, fold, unfold,
)
from ._functional.ctc import ctc_loss  # noqa: F401
from ._functional.dropout import (  # noqa: F401
    alpha_dropout, dropout, dropout1d, dropout2d, dropout3d, feature_alpha_dropout,
)
from ._functional.linear import (  # noqa: F401
    bilinear, cosine_similarity, embedding, embedding_bag, linear, normalize, one_hot, pairwise_distance, pdist,
)
from ._functional.loss import (  # noqa: F401
    binary_cross_entropy, binary_cross_entropy_with_logits, cross_entropy, gaussian_nll_loss,
    hinge_embedding_loss, huber_loss, kl_div, l1_loss, mse_loss, nll_loss, poisson_nll_loss, smooth_l1_loss,
    soft_margin_loss,
)
from ._functional.margin_loss import (  # noqa: F401
    multi_margin_loss, multilabel_margin_loss, multilabel_soft_margin_loss, cosine_embedding_loss,
    margin_ranking_loss, triplet_margin_loss, triplet_margin_with_distance_loss,
)
from ._functional.loss import legacy_reduction as _legacy_get_string  # noqa: F401
from ._functional.normalization import (  # noqa: F401
    batch_norm, group_norm, instance_norm, layer_norm, local_response_norm, rms_norm,
)
from ._functional.padding import (  # noqa: F401
    affine_grid, channel_shuffle, grid_sample, interpolate, native_channel_shuffle, pad, pixel_shuffle, pixel_unshuffle,
    upsample, upsample_bilinear, upsample_nearest,
)
from ._functional.pooling import (  # noqa: F401
    adaptive_avg_pool1d, adaptive_avg_pool2d, adaptive_avg_pool3d, adaptive_max_pool1d,
    adaptive_max_pool1d_with_indices, adaptive_max_pool2d, adaptive_max_pool2d_with_indices,
    avg_pool1d, avg_pool2d, lp_pool1d, lp_pool2d, max_pool1d, max_pool1d_with_indices, max_pool2d,
    max_pool2d_with_indices, max_unpool1d, max_unpool2d,
)
from ._functional.pooling3d import (  # noqa: F401
    adaptive_max_pool3d, adaptive_max_pool3d_with_indices, avg_pool3d, lp_pool3d, max_pool3d, max_pool3d_with_indices,
    max_unpool3d,
)

# What these call first of their input in PyTorch.
_METHODS = dict(softmax='softmax', log_softmax='log_softmax', softmin='neg', sigmoid='sigmoid', tanh='tanh', normalize='norm',
                interpolate='dim')

for _name, _value in list(globals().items()):
    if getattr(_value, '__module__', '').startswith('torch.nn._functional'):
        _value.__module__ = 'torch.nn.functional'
        globals()[_name] = _guarded(_value, _METHODS.get(_name))
