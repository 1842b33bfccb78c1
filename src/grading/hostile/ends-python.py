"""Ends the interpreter."""
# exercise: find-the-bugs
# ends: graded

import os


def train(model, X, y, steps):
    os._exit(0)
