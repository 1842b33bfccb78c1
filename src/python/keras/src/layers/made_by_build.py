"""MadeByBuild: stands in a layer's class for a variable that build() will put into the instance."""


class MadeByBuild:
    """Until then reading the variable raises AttributeError. The instance's own attribute goes before it."""

    def __set_name__(self, owner, name):
        self._name = name

    def __get__(self, layer, owner=None):
        if layer is None:
            return self
        raise AttributeError(f"You must build the layer before accessing `{self._name}`.")
