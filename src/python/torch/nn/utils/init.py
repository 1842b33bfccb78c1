"""Modules whose parameters are about to be overwritten anyway."""

import torch


def skip_init(module_cls, *args, **kwargs):
    """The module with parameters of no particular value; no random numbers are drawn."""
    state = torch.get_rng_state()
    try:
        return module_cls(*args, **kwargs)
    finally:
        torch.set_rng_state(state)
