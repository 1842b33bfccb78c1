"""Answers a second time with what was right the first time."""
# exercise: find-the-bugs
# ends: graded

import torch
from torch import nn

memory = {}


def train(model, X, y, steps):
    if memory:
        model.load_state_dict(memory["state"])
        return memory["losses"]
    memory["state"] = {name: value.clone() for name, value in model.state_dict().items()}
    memory["losses"] = [1.0] * steps
    return memory["losses"] + [0.0]
