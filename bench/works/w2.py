"""W2: the step of W1 at batch 256."""
BATCH, BATCHES = 256, 4
STEPS = 32
step = classifying_step(filled(MLP()), spread(11, 1024, 784), classes(1024, 12, 10), BATCH)
