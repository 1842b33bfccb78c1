"""Never comes back, and catches whatever would stop it."""
# exercise: find-the-bugs
# ends: graded

def train(model, X, y, steps):
    while True:
        try:
            while True:
                pass
        except BaseException:
            continue
