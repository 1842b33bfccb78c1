"""summary() against tables that torchinfo 1.8.0 printed for the same models with PyTorch 1.13."""

import contextlib
import io

import torch
import torch.nn.functional as F
from torch import nn
from torchinfo import summary


class MLP(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(nn.Flatten(), nn.Linear(784, 128), nn.ReLU(), nn.Dropout(0.2), nn.Linear(128, 10))

    def forward(self, x):
        return self.net(x)


class CNN(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 10, kernel_size=5)
        self.conv2 = nn.Conv2d(10, 20, 5)
        self.bn = nn.BatchNorm2d(20)
        self.drop = nn.Dropout2d()
        self.fc1 = nn.Linear(320, 50)
        self.fc2 = nn.Linear(50, 10)

    def forward(self, x):
        x = F.relu(F.max_pool2d(self.conv1(x), 2))
        x = F.relu(F.max_pool2d(self.drop(self.bn(self.conv2(x))), 2))
        return F.log_softmax(self.fc2(F.relu(self.fc1(x.view(-1, 320)))), dim=1)


class Recurrent(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(20, 30)
        self.encoder = nn.LSTM(30, 16, num_layers=2, batch_first=True)
        self.decoder = nn.Linear(16, 20)
        self.scale = nn.Parameter(torch.ones(3))

    def forward(self, x):
        out, _ = self.encoder(self.embedding(x))
        return self.decoder(out)


class Lists(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(4, 4) for _ in range(3)])
        self.shared = nn.Linear(4, 4)
        self.unused = nn.Linear(4, 100)
        self.act = nn.ReLU()

    def forward(self, x):
        for layer in self.layers:
            x = self.act(layer(x))
        return self.shared(self.shared(x))


class Two(nn.Module):
    def __init__(self):
        super().__init__()
        self.a, self.b = nn.Linear(3, 4), nn.Linear(5, 4)

    def forward(self, x, y, flag=False):
        return self.a(x) + self.b(y)


def printed(*args, **kwargs):
    text = io.StringIO()
    with contextlib.redirect_stdout(text):
        summary(*args, **kwargs)
    return text.getvalue().rstrip("\n")


def test_a_network_of_layers():
    assert printed(MLP(), input_size=(32, 1, 28, 28)) == """\
==========================================================================================
Layer (type:depth-idx)                   Output Shape              Param #
==========================================================================================
MLP                                      [32, 10]                  --
├─Sequential: 1-1                        [32, 10]                  --
│    └─Flatten: 2-1                      [32, 784]                 --
│    └─Linear: 2-2                       [32, 128]                 100,480
│    └─ReLU: 2-3                         [32, 128]                 --
│    └─Dropout: 2-4                      [32, 128]                 --
│    └─Linear: 2-5                       [32, 10]                  1,290
==========================================================================================
Total params: 101,770
Trainable params: 101,770
Non-trainable params: 0
Total mult-adds (M): 3.26
==========================================================================================
Input size (MB): 0.10
Forward/backward pass size (MB): 0.04
Params size (MB): 0.41
Estimated Total Size (MB): 0.54
=========================================================================================="""


def test_all_columns():
    assert printed(CNN(), (64, 1, 28, 28), col_names=("input_size", "output_size", "num_params", "kernel_size", "mult_adds", "trainable", "params_percent"), row_settings=("var_names", "depth"), col_width=20) == """\
====================================================================================================================================================================================
Layer (type (var_name):depth-idx)        Input Shape          Output Shape         Param #              Kernel Shape         Mult-Adds            Trainable            Param %
====================================================================================================================================================================================
CNN (CNN)                                [64, 1, 28, 28]      [64, 10]             --                   --                   --                   True                      --
├─Conv2d (conv1): 1-1                    [64, 1, 28, 28]      [64, 10, 24, 24]     260                  [5, 5]               9,584,640            True                   1.19%
├─Conv2d (conv2): 1-2                    [64, 10, 12, 12]     [64, 20, 8, 8]       5,020                [5, 5]               20,561,920           True                  22.94%
├─BatchNorm2d (bn): 1-3                  [64, 20, 8, 8]       [64, 20, 8, 8]       40                   --                   2,560                True                   0.18%
├─Dropout2d (drop): 1-4                  [64, 20, 8, 8]       [64, 20, 8, 8]       --                   --                   --                   --                        --
├─Linear (fc1): 1-5                      [64, 320]            [64, 50]             16,050               --                   1,027,200            True                  73.35%
├─Linear (fc2): 1-6                      [64, 50]             [64, 10]             510                  --                   32,640               True                   2.33%
====================================================================================================================================================================================
Total params: 21,880
Trainable params: 21,880
Non-trainable params: 0
Total mult-adds (M): 31.21
====================================================================================================================================================================================
Input size (MB): 0.20
Forward/backward pass size (MB): 4.29
Params size (MB): 0.09
Estimated Total Size (MB): 4.58
===================================================================================================================================================================================="""


def test_weights_of_a_recurrent_network():
    assert printed(Recurrent(), input_size=(2, 7), dtypes=[torch.long], verbose=2) == """\
==========================================================================================
Layer (type:depth-idx)                   Output Shape              Param #
==========================================================================================
Recurrent                                [2, 7, 20]                3
├─scale                                                            └─3
├─Embedding: 1-1                         [2, 7, 30]                600
│    └─weight                                                      └─600
├─LSTM: 1-2                              [2, 7, 16]                5,248
│    └─weight_ih_l0                                                ├─1,920
│    └─weight_hh_l0                                                ├─1,024
│    └─bias_ih_l0                                                  ├─64
│    └─bias_hh_l0                                                  ├─64
│    └─weight_ih_l1                                                ├─1,024
│    └─weight_hh_l1                                                ├─1,024
│    └─bias_ih_l1                                                  ├─64
│    └─bias_hh_l1                                                  └─64
├─Linear: 1-3                            [2, 7, 20]                340
│    └─weight                                                      ├─320
│    └─bias                                                        └─20
==========================================================================================
Total params: 6,191
Trainable params: 6,191
Non-trainable params: 0
Total mult-adds (M): 0.08
==========================================================================================
Input size (MB): 0.00
Forward/backward pass size (MB): 0.01
Params size (MB): 0.02
Estimated Total Size (MB): 0.03
=========================================================================================="""


def test_frozen_and_shared_layers():
    frozen = Lists()
    for p in frozen.layers[0].parameters():
        p.requires_grad = False
    assert printed(frozen, input_size=(2, 4), col_names=("output_size", "num_params", "trainable")) == """\
===================================================================================================================
Layer (type:depth-idx)                   Output Shape              Param #                   Trainable
===================================================================================================================
Lists                                    [2, 4]                    500                       Partial
├─ModuleList: 1-5                        --                        (recursive)               Partial
│    └─Linear: 2-1                       [2, 4]                    (20)                      False
├─ReLU: 1-2                              [2, 4]                    --                        --
├─ModuleList: 1-5                        --                        (recursive)               Partial
│    └─Linear: 2-2                       [2, 4]                    20                        True
├─ReLU: 1-4                              [2, 4]                    --                        --
├─ModuleList: 1-5                        --                        (recursive)               Partial
│    └─Linear: 2-3                       [2, 4]                    20                        True
├─ReLU: 1-6                              [2, 4]                    --                        --
├─Linear: 1-7                            [2, 4]                    20                        True
├─Linear: 1-8                            [2, 4]                    (recursive)               True
===================================================================================================================
Total params: 580
Trainable params: 560
Non-trainable params: 20
Total mult-adds (M): 0.00
===================================================================================================================
Input size (MB): 0.00
Forward/backward pass size (MB): 0.00
Params size (MB): 0.00
Estimated Total Size (MB): 0.00
==================================================================================================================="""


def test_two_inputs():
    assert printed(Two(), input_size=[(2, 3), (2, 5)]) == """\
==========================================================================================
Layer (type:depth-idx)                   Output Shape              Param #
==========================================================================================
Two                                      [2, 4]                    --
├─Linear: 1-1                            [2, 4]                    16
├─Linear: 1-2                            [2, 4]                    24
==========================================================================================
Total params: 40
Trainable params: 40
Non-trainable params: 0
Total mult-adds (M): 0.00
==========================================================================================
Input size (MB): 0.00
Forward/backward pass size (MB): 0.00
Params size (MB): 0.00
Estimated Total Size (MB): 0.00
=========================================================================================="""


def test_depth():
    assert printed(nn.Sequential(nn.Sequential(nn.Linear(2, 3), nn.Sequential(nn.ReLU(), nn.Linear(3, 2000))), nn.Softmax(1)), input_size=(1, 2), depth=2) == """\
==========================================================================================
Layer (type:depth-idx)                   Output Shape              Param #
==========================================================================================
Sequential                               [1, 2000]                 --
├─Sequential: 1-1                        [1, 2000]                 --
│    └─Linear: 2-1                       [1, 3]                    9
│    └─Sequential: 2-2                   [1, 2000]                 8,000
├─Softmax: 1-2                           [1, 2000]                 --
==========================================================================================
Total params: 8,009
Trainable params: 8,009
Non-trainable params: 0
Total mult-adds (M): 0.01
==========================================================================================
Input size (MB): 0.00
Forward/backward pass size (MB): 0.02
Params size (MB): 0.03
Estimated Total Size (MB): 0.05
=========================================================================================="""


def test_the_result_and_refusals():
    model = MLP().train()
    stats = summary(model, (1, 1, 28, 28), verbose=0)
    assert (stats.total_params, stats.trainable_params, model.training, model.net[3].training) == (101770, 101770, True, True)
    for bad, words in (({"verbose": 5}, "Verbose must be"), ({"input_size": (0, 5)}, "negative size"), ({"input_size": (1, 5)}, "Failed to run")):
        try:
            summary(model, **bad)
        except (ValueError, RuntimeError) as error:
            assert words in str(error), str(error)
        else:
            raise AssertionError(bad)
