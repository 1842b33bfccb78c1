"""What PyTorch 2 added or changed since the version that writes the oracle's outputs, against plain formulas."""

import math

import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, StackDataset


def test_rms_norm():
    """x / √(mean x² + eps) · weight."""
    x = torch.tensor([[3.0, 4.0]])
    layer = nn.RMSNorm(2, eps=0.0)
    layer.weight.data = torch.tensor([1.0, 2.0])
    root = math.sqrt(12.5)
    assert torch.allclose(layer(x), torch.tensor([[3 / root, 8 / root]]))
    assert repr(layer) == 'RMSNorm((2,), eps=0.0, elementwise_affine=True)'


def test_scaled_dot_product_attention():
    """Equal to the written-out formula, with each kind of mask."""
    torch.manual_seed(0)
    q, k, v = torch.randn(2, 3, 4), torch.randn(2, 5, 4), torch.randn(2, 5, 6)
    plain = torch.softmax(q @ k.transpose(1, 2) / 2, -1) @ v
    assert torch.allclose(F.scaled_dot_product_attention(q, k, v), plain, atol=1e-6)
    allowed = torch.tensor([True, True, False, True, False])
    masked = torch.softmax((q @ k.transpose(1, 2) / 2).masked_fill(~allowed, -math.inf), -1) @ v
    assert torch.allclose(F.scaled_dot_product_attention(q, k, v, attn_mask=allowed.expand(3, 5)), masked, atol=1e-6)
    causal = F.scaled_dot_product_attention(k, k, v, is_causal=True)
    assert torch.allclose(causal[:, 0], v[:, 0], atol=1e-6)


def test_module_list_shows_runs_of_equal_modules_once():
    """(0-1): 2 x …"""
    layers = nn.ModuleList([nn.Linear(1, 2), nn.Linear(1, 2), nn.ReLU()])
    assert repr(layers) == ('ModuleList(\n  (0-1): 2 x Linear(in_features=1, out_features=2, bias=True)\n  (2): ReLU()\n)')


def test_zero_grad_drops_gradients():
    """set_to_none is the default."""
    layer = nn.Linear(1, 1)
    layer(torch.ones(1, 1)).sum().backward()
    torch.optim.SGD(layer.parameters(), lr=0.1).zero_grad()
    assert layer.weight.grad is None
    layer(torch.ones(1, 1)).sum().backward()
    layer.zero_grad(set_to_none=False)
    assert layer.weight.grad.tolist() == [[0.0]]


def test_parametrized_weight_norm():
    """weight = g · v / ‖v‖, and the parameters of that name."""
    torch.manual_seed(0)
    layer = nn.Linear(3, 2)
    before = layer.weight.detach().clone()
    nn.utils.parametrizations.weight_norm(layer)
    assert torch.allclose(layer.weight, before, atol=1e-6)
    names = [name for name, _ in layer.named_parameters()]
    assert names == ['bias', 'parametrizations.weight.original0', 'parametrizations.weight.original1'], names
    layer(torch.ones(1, 3)).sum().backward()
    assert layer.parametrizations.weight.original0.grad is not None
    nn.utils.parametrize.remove_parametrizations(layer, 'weight')
    assert type(layer) is nn.Linear and [name for name, _ in layer.named_parameters()] == ['bias', 'weight']


def test_spectral_norm_makes_the_largest_singular_value_one():
    """After the 15 iterations at its start the estimate is close."""
    torch.manual_seed(0)
    layer = nn.utils.parametrizations.spectral_norm(nn.Linear(4, 3))
    for _ in range(20):
        layer(torch.ones(1, 4))
    assert abs(torch.linalg.svdvals(layer.weight.detach())[0].item() - 1) < 1e-3


def test_buffer_attribute_is_registered():
    """nn.Buffer, persistent or not."""
    module = nn.Module()
    module.kept = nn.Buffer(torch.ones(1))
    module.passing = nn.Buffer(torch.ones(1), persistent=False)
    assert [name for name, _ in module.named_buffers()] == ['kept', 'passing']
    assert list(module.state_dict()) == ['kept']


def test_lazy_linear_takes_its_size_from_the_first_input():
    """Then it is a plain Linear."""
    layer = nn.LazyLinear(3)
    assert layer(torch.ones(2, 5)).shape == (2, 3)
    assert type(layer) is nn.Linear and layer.in_features == 5


def test_stack_dataset():
    """Datasets side by side."""
    rows = list(DataLoader(StackDataset(torch.arange(3), torch.arange(3) * 2), batch_size=2))
    assert [each.tolist() for each in rows[0]] == [[0, 1], [0, 2]]


def test_unfold_adds_the_gradients_of_overlapping_windows():
    """The centre of a 3 × 3 image lies in all four 2 × 2 windows."""
    image = torch.zeros(1, 1, 3, 3, requires_grad=True)
    F.unfold(image, 2).sum().backward()
    assert image.grad[0, 0].tolist() == [[1, 2, 1], [2, 4, 2], [1, 2, 1]]


def test_load_state_dict_can_assign():
    """assign=True puts the given tensors in place."""
    layer = nn.Linear(1, 1)
    given = {'weight': torch.ones(1, 1, dtype=torch.float64), 'bias': torch.zeros(1, dtype=torch.float64)}
    layer.load_state_dict(given, assign=True)
    assert layer.weight.dtype == torch.float64 and isinstance(layer.weight, nn.Parameter)


def test_adam_falls_back_for_parameters_the_kernels_do_not_take():
    """A transposed parameter gives the same numbers as a contiguous one."""
    def run(weight):
        optimizer = torch.optim.Adam([weight], lr=0.1, amsgrad=True)
        for _ in range(3):
            optimizer.zero_grad()
            (weight ** 2).sum().backward()
            optimizer.step()
        return weight.detach()

    start = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
    plain = run(nn.Parameter(start.clone()))
    turned = run(nn.Parameter(start.t().contiguous().t()))
    assert torch.allclose(plain, turned, atol=1e-6), (plain, turned)
