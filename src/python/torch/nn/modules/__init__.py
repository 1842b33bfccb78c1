"""The modules of torch.nn, one file for each family."""

import types

from .module import Module
from .lazy_layers import (
    LazyBatchNorm1d, LazyBatchNorm2d, LazyBatchNorm3d, LazyConv1d, LazyConv2d, LazyConv3d, LazyConvTranspose1d,
    LazyConvTranspose2d, LazyConvTranspose3d, LazyInstanceNorm1d, LazyInstanceNorm2d, LazyInstanceNorm3d,
)
from .linear import Bilinear, Identity, LazyLinear, Linear
from .conv import Conv1d, Conv2d, Conv3d, ConvTranspose1d, ConvTranspose2d, ConvTranspose3d
from .activation import (
    CELU, ELU, GELU, GLU, Hardshrink, Hardsigmoid, Hardswish, Hardtanh, LeakyReLU, LogSigmoid, LogSoftmax, Mish,
    MultiheadAttention, PReLU, ReLU, ReLU6, RReLU, SELU, Sigmoid, SiLU, Softmax, Softmax2d, Softmin, Softplus, Softshrink,
    Softsign, Tanh, Tanhshrink, Threshold,
)
from .loss import (
    BCELoss, BCEWithLogitsLoss, CosineEmbeddingLoss, CrossEntropyLoss, CTCLoss, GaussianNLLLoss, HingeEmbeddingLoss,
    HuberLoss, KLDivLoss, L1Loss, MarginRankingLoss, MSELoss, MultiLabelMarginLoss, MultiLabelSoftMarginLoss,
    MultiMarginLoss, NLLLoss, NLLLoss2d, PoissonNLLLoss, SmoothL1Loss, SoftMarginLoss, TripletMarginLoss,
    TripletMarginWithDistanceLoss,
)
from .container import ModuleDict, ModuleList, ParameterDict, ParameterList, Sequential
from .pooling import (
    AdaptiveAvgPool1d, AdaptiveAvgPool2d, AdaptiveAvgPool3d, AdaptiveMaxPool1d, AdaptiveMaxPool2d, AdaptiveMaxPool3d,
    AvgPool1d, AvgPool2d, AvgPool3d, LPPool1d, LPPool2d, LPPool3d, MaxPool1d, MaxPool2d, MaxPool3d, MaxUnpool1d,
    MaxUnpool2d, MaxUnpool3d,
)
from .adaptive import AdaptiveLogSoftmaxWithLoss
from .batchnorm import BatchNorm1d, BatchNorm2d, BatchNorm3d, SyncBatchNorm
from .instancenorm import InstanceNorm1d, InstanceNorm2d, InstanceNorm3d
from .normalization import CrossMapLRN2d, GroupNorm, LayerNorm, LocalResponseNorm, RMSNorm
from .dropout import AlphaDropout, Dropout, Dropout1d, Dropout2d, Dropout3d, FeatureAlphaDropout
from .padding import (
    CircularPad1d, CircularPad2d, CircularPad3d, ConstantPad1d, ConstantPad2d, ConstantPad3d, ReflectionPad1d,
    ReflectionPad2d, ReflectionPad3d, ReplicationPad1d, ReplicationPad2d, ReplicationPad3d, ZeroPad1d, ZeroPad2d,
    ZeroPad3d,
)
from .sparse import Embedding, EmbeddingBag
from .rnn import GRU, LSTM, RNN, GRUCell, LSTMCell, RNNBase, RNNCell, RNNCellBase
from .pixelshuffle import ChannelShuffle, PixelShuffle, PixelUnshuffle
from .upsampling import Upsample, UpsamplingBilinear2d, UpsamplingNearest2d
from .distance import CosineSimilarity, PairwiseDistance
from .fold import Fold, Unfold
from .transformer import (
    Transformer, TransformerDecoder, TransformerDecoderLayer, TransformerEncoder, TransformerEncoderLayer,
)
from .flatten import Flatten, Unflatten

# Where PyTorch's classes inherit __init__ too, its errors name the base.
_NAMED_BY_BASE = {
    'AdaptiveAvgPool': '_AdaptiveAvgPoolNd', 'AdaptiveMaxPool': '_AdaptiveMaxPoolNd', 'BatchNorm': '_BatchNorm',
    'InstanceNorm': '_InstanceNorm', 'LPPool': '_LPPoolNd', 'MaxPool': '_MaxPoolNd',
}  # fmt: skip


def _name_constructors(classes):
    """Errors of a call name the layer ("Conv2d.__init__() missing …"), not the private base that it shares code with."""
    for cls in classes:
        made = cls.__init__
        base = made.__qualname__.split('.')[0]
        if '__init__' in vars(cls) or not (base.startswith(('_', 'Lazy')) or cls is AvgPool3d):
            continue
        name = _NAMED_BY_BASE.get(cls.__name__.rstrip('123d'), cls.__name__)
        own = types.FunctionType(made.__code__, made.__globals__, '__init__', made.__defaults__, made.__closure__)
        own.__kwdefaults__, own.__doc__, own.__qualname__ = made.__kwdefaults__, made.__doc__, f'{name}.__init__'
        cls.__init__ = own


_name_constructors([each for each in globals().values() if isinstance(each, type) and not each.__name__.startswith('_')])

__all__ = [name for name, value in list(globals().items()) if isinstance(value, type) and not name.startswith('_')]
