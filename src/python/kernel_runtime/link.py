"""The functions that the worker (src/kernel/worker/runtime.ts) gives this interpreter: the only way out of a cell.

Other modules read `link.current` when they need it. A memory snapshot is taken before the worker connects, so nothing may
keep one of its functions.
"""

current = None
