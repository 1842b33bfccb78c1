"""custom_fwd and custom_bwd, multi_avg_fn of averaged models, skip_init, clipping by a known norm."""

import torch
from torch.amp import custom_bwd, custom_fwd
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn, get_swa_multi_avg_fn


def test_a_function_that_casts_its_inputs():
    seen = []

    class Double(torch.autograd.Function):
        @staticmethod
        @custom_fwd(device_type="cpu", cast_inputs=torch.float32)
        def forward(ctx, x):
            seen.append((x.dtype, torch.is_autocast_enabled("cpu")))
            return x * 2

        @staticmethod
        @custom_bwd(device_type="cpu")
        def backward(ctx, grad):
            seen.append(torch.is_autocast_enabled("cpu"))
            return grad * 2

    x = torch.ones(2, dtype=torch.bfloat16, requires_grad=True)
    with torch.autocast("cpu"):
        Double.apply(x).sum().backward()
    assert seen == [(torch.float32, False), False]
    assert x.grad.tolist() == [2.0, 2.0]


def test_averages_by_lists():
    model = torch.nn.Linear(1, 1, bias=False)
    for average, expected in ((get_ema_multi_avg_fn(0.75), 1.5), (get_swa_multi_avg_fn(), 2.0)):
        model.weight.data.fill_(1.0)
        averaged = AveragedModel(model, multi_avg_fn=average)
        averaged.update_parameters(model)
        model.weight.data.fill_(3.0)
        averaged.update_parameters(model)
        assert averaged.module.weight.item() == expected


def test_skip_init_draws_nothing():
    before = torch.get_rng_state()
    layer = torch.nn.utils.skip_init(torch.nn.Linear, 2, 3)
    assert layer.weight.shape == (3, 2) and torch.equal(torch.get_rng_state(), before)


def test_clipping_by_a_known_norm():
    weight = torch.nn.Parameter(torch.zeros(2))
    weight.grad = torch.tensor([3.0, 4.0])
    torch.nn.utils.clip_grads_with_norm_([weight], 1.0, torch.tensor(5.0))
    torch.testing.assert_close(weight.grad, torch.tensor([0.6, 0.8]))
