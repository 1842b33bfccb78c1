"""W3: a small CNN on 28 × 28 pictures (3×3×16, pool, 3×3×32, pool, dense), batch 64, Adam."""
BATCH = 64
BATCHES = 4
STEPS = 8
X = spread(11, BATCH * BATCHES, 1, 28, 28)
Y = classes(BATCH * BATCHES, 12, 10)
criterion = nn.CrossEntropyLoss()
model = filled(
    nn.Sequential(
        nn.Conv2d(1, 16, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(16, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(32 * 7 * 7, 10),
    )
)  # fmt: skip
optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)


def step(i):
    optimizer.zero_grad()
    rows = slice(i * BATCH, (i + 1) * BATCH)
    loss = criterion(model(X[rows]), Y[rows])
    loss.backward()
    optimizer.step()
    return loss.item()
