"""AdamW."""

from .adam import Adam


class AdamW(Adam):
    """Adam whose weight decay acts on the weight itself: w ← w (1 - lr · weight_decay) first. Loshchilov & Hutter 2017."""

    _decoupled = True
    _unlisted = {'differentiable': False, 'fused': None}

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=1e-2, amsgrad=False, *,
                 maximize=False, foreach=None, capturable=False, differentiable=False, fused=None):
        super().__init__(params, lr, betas, eps, weight_decay, amsgrad, foreach=foreach, maximize=maximize,
                         capturable=capturable, differentiable=differentiable, fused=fused)
