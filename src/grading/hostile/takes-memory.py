"""Takes all memory that there is."""
# exercise: find-the-bugs
# ends: graded

def train(model, X, y, steps):
    kept = []
    while True:
        kept.append(bytearray(64 * 1024 * 1024))
