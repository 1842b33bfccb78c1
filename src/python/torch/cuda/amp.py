"""torch.cuda.amp: the older names of torch.amp for the GPU."""

from torch.amp import GradScaler as _GradScaler, autocast as _autocast


class autocast(_autocast):
    """torch.autocast("cuda")."""

    def __init__(self, enabled=True, dtype=None, cache_enabled=True):
        super().__init__("cuda", dtype=dtype, enabled=enabled, cache_enabled=cache_enabled)


class GradScaler(_GradScaler):
    """torch.amp.GradScaler("cuda")."""

    def __init__(self, init_scale=2.0**16, growth_factor=2.0, backoff_factor=0.5, growth_interval=2000, enabled=True):
        super().__init__("cuda", init_scale, growth_factor, backoff_factor, growth_interval, enabled)


def custom_fwd(fwd=None, **options):
    """Accepted: marks the forward of a custom Function."""
    return fwd if fwd is not None else lambda function: function


custom_bwd = custom_fwd
