"""Leaves in the middle of a test."""
# exercise: find-the-bugs
# ends: graded

import sys


def train(model, X, y, steps):
    sys.exit(0)
