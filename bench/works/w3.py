"""W3: a small CNN on 28 × 28 pictures (3×3×16, pool, 3×3×32, pool, dense), batch 64, Adam."""
BATCH, BATCHES = 64, 4
STEPS = 8
model = nn.Sequential(
    nn.Conv2d(1, 16, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
    nn.Conv2d(16, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
    nn.Flatten(), nn.Linear(32 * 7 * 7, 10),
)  # fmt: skip
step = classifying_step(filled(model), spread(11, BATCH * BATCHES, 1, 28, 28), classes(BATCH * BATCHES, 12, 10), BATCH)
