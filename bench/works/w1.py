"""W1, the chapter's training step: an MLP 784-128-128-10, batch 32, Adam, the loss read at each step."""
BATCH, BATCHES = 32, 32
STEPS = 6 * BATCHES
step = classifying_step(filled(MLP()), spread(11, 1024, 784), classes(1024, 12, 10), BATCH)
