"""mplot3d: importing it is harmless; axes with projection="3d" raise what to use instead."""

__all__ = ["Axes3D"]


class Axes3D:
    """Axes here are flat."""

    def __init__(self, *args, **kwargs):
        raise NotImplementedError("Axes3D is not part of this playground: axes here are flat; contourf() and imshow() show surfaces from above")
