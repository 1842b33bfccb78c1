"""A long training run takes no more memory than a short one, and `del` gives memory back at once."""

import bridge
import torch
from torch import nn


def counters():
    return bridge.memory_bytes(), bridge.live_tensors()


def test_twenty_thousand_steps_grow_nothing():
    model = nn.Sequential(nn.Linear(8, 16), nn.ReLU(), nn.Dropout(0.1), nn.Linear(16, 3))
    optimizer = torch.optim.Adam(model.parameters())
    criterion = nn.CrossEntropyLoss()
    x, y = torch.randn(16, 8), torch.randint(0, 3, (16,))
    total = 0.0
    for step in range(20_000):
        optimizer.zero_grad()
        loss = criterion(model(x), y)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        total += loss.item()
        if step == 100:
            before = counters()
    assert counters() == before, f"after 100 steps {before}, after 20,000 {counters()}"
    assert total / 20_000 < 1.0


def test_del_frees_at_once():
    before = counters()
    for _ in range(400):  # 16 MB each: 6.4 GB if they stayed
        big = torch.zeros(4_000_000)
        del big
    grown = bridge.memory_bytes() - before[0]
    assert grown <= 32 * 2**20, f"{grown} bytes more"
    assert bridge.live_tensors() == before[1]


def test_graphs_of_dropped_losses_go():
    weight = torch.randn(200, 200, requires_grad=True)
    for step in range(2000):
        loss = (weight @ weight).relu().sum()
        if step == 20:
            before = counters()
    assert counters() == before


def _cnn_step(batch):
    model = nn.Sequential(
        nn.Conv2d(1, 16, 3, padding=1), nn.BatchNorm2d(16), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(16, 32, 3, padding=1), nn.ReLU(),
        nn.MaxPool2d(2), nn.Dropout(0.1), nn.Flatten(), nn.LazyLinear(10),
    )  # fmt: skip
    x, y = torch.randn(batch), torch.randint(0, 10, (batch[0],))
    model(x)
    optimizer = torch.optim.Adam(model.parameters())

    def step():
        optimizer.zero_grad()
        loss = nn.functional.cross_entropy(model(x), y)
        loss.backward()
        optimizer.step()
        return loss.item()

    return step


def test_steps_of_a_cnn_grow_nothing():
    step = _cnn_step((2, 1, 8, 8))
    for _ in range(100):
        step()
    before = counters()
    for _ in range(1000):
        step()
    assert counters() == before, f"after 100 steps {before}, after 1,100 {counters()}"


def test_a_cnn_for_mnist_takes_little():
    before = bridge.memory_bytes()
    step = _cnn_step((64, 1, 28, 28))
    for _ in range(3):
        step()
    grown = bridge.memory_bytes() - before
    # Its activations and their gradients are 16 MB; the process has 600 in all.
    assert grown <= 96 * 2**20, f"{grown} bytes more"


def test_what_is_dropped_is_freed_by_the_next_call():
    before = bridge.live_tensors()
    many = [torch.ones(1) for _ in range(2500)]
    assert bridge.live_tensors() == before + 2500
    del many
    assert bridge.live_tensors() == before
    one, size, blocks = torch.ones(1), bridge.memory_bytes(), []
    while bridge.memory_bytes() == size:  # the engine must look at the memory anew after it grew
        blocks.append(bytearray(16 << 20))
    del one
    assert bridge.live_tensors() == before
