"""The summary as text: columns, tree marks, totals."""

import math

_TITLES = {
    "kernel_size": "Kernel Shape", "input_size": "Input Shape", "output_size": "Output Shape", "num_params": "Param #", "params_percent": "Param %",
    "mult_adds": "Mult-Adds", "trainable": "Trainable",
}  # fmt: skip
_INDENT = 5


class Table:
    """How rows become lines."""

    def __init__(self, max_depth, verbose, columns, width, settings):
        self.max_depth, self.verbose, self.columns, self.width, self.settings = max_depth, verbose, columns, width, settings
        self.name_width = 40

    def fit(self, rows):
        """Widens the first column for the longest name."""
        longest = max((row.depth * _INDENT + 1 + len(self.title(row)) for row in rows), default=0)
        if longest >= self.name_width:
            self.name_width = math.ceil(longest / _INDENT) * _INDENT

    def title(self, row):
        """The first column of a row."""
        return row.title("var_names" in self.settings, "depth" in self.settings)

    def divider(self):
        """A line of '='."""
        return "=" * (len(self.columns) * self.width + self.name_width)

    def line(self, name, values):
        """A line of the table."""
        cells = "".join(f"{values.get(column, ''):<{self.width}} " for column in self.columns)
        return f"{name:<{self.name_width}} {cells}".rstrip()

    def header(self):
        """The titles."""
        name = "Layer (type" + (" (var_name)" if "var_names" in self.settings else "") + (":depth-idx" if "depth" in self.settings else "") + ")"
        return self.line(name, _TITLES)

    def mark(self, depth):
        """The tree's branches before a name."""
        plain = "ascii_only" in self.settings
        if depth == 0:
            return ""
        if depth == 1:
            return "+ " if plain else "├─"
        return ("|    " if plain else "│    ") * (depth - 1) + ("+ " if plain else "└─")

    def lines(self, row, total):
        """A row's line, and with verbose=2 those of its weights."""
        deepest = row.depth == self.max_depth
        values = {
            "kernel_size": str(row.kernel_size or "--"),
            "input_size": str(row.input_size or "--"),
            "output_size": str(row.output_size or "--"),
            "num_params": row.params_text(deepest),
            "params_percent": row.percent_text(total, deepest),
            "mult_adds": row.macs_text(deepest),
            "trainable": row.trainable(),
        }
        yield self.line(self.mark(row.depth) + self.title(row), values)
        if self.verbose < 2:
            return
        for i, (name, weight) in enumerate(row.weights):
            size = list(weight.shape)
            if name == "weight" and len(size) > 1:
                size[0], size[1] = size[1], size[0]
            branch = "└─" if i == len(row.weights) - 1 else "├─"
            yield self.line(self.mark(row.depth + 1) + name, {"kernel_size": str(size), "num_params": f"{branch}{weight.numel():,}"})

    def shows(self, row):
        """Whether a row is shown at all."""
        return row.depth <= self.max_depth and not (row.is_recursive and "hide_recursive_layers" in self.settings)


class ModelStatistics:
    """The rows and their totals; its text is the table."""

    def __init__(self, rows, input_size, total_input, table):
        self.summary_list, self.input_size, self.total_input, self.formatting = rows, input_size, total_input, table
        self.shown = False
        leaves = [row for row in rows if row.is_leaf_layer]
        self.total_mult_adds = sum(row.macs for row in leaves)
        # Twice: the values and their gradients.
        self.total_output_bytes = sum(2 * row.output_bytes for row in leaves if row.num_params > 0)
        fresh = [row for row in rows if not row.is_recursive]
        self.total_params = sum(_count(row, "num_params") for row in fresh)
        self.trainable_params = sum(_count(row, "trainable_params") for row in fresh)
        self.total_param_bytes = sum(row.param_bytes for row in fresh if row.is_leaf_layer)
        table.fit(rows)

    def __repr__(self):
        table = self.formatting
        divider = table.divider()
        lines = [divider, table.header(), divider]
        for row in self.summary_list:
            if table.shows(row):
                lines.extend(table.lines(row, self.total_params))
        lines += [
            divider,
            f"Total params: {self.total_params:,}",
            f"Trainable params: {self.trainable_params:,}",
            f"Non-trainable params: {self.total_params - self.trainable_params:,}",
        ]
        if self.input_size:
            parts = (self.total_input, self.total_output_bytes, self.total_param_bytes)
            lines += [
                f"Total mult-adds{_scaled(self.total_mult_adds)}",
                divider,
                f"Input size (MB): {parts[0] / 1e6:.2f}",
                f"Forward/backward pass size (MB): {parts[1] / 1e6:.2f}",
                f"Params size (MB): {parts[2] / 1e6:.2f}",
                f"Estimated Total Size (MB): {sum(parts) / 1e6:.2f}",
            ]
        return "\n".join([*lines, divider])

    def _ipython_display_(self):
        # A cell that ends in summary(…) has printed the table already.
        if not self.shown:
            print(self)


def _count(row, what):
    return max(getattr(row, what) if row.is_leaf_layer else row.own(what), 0)


def _scaled(number):
    for unit, size in (("T", 1e12), ("G", 1e9), ("M", 1e6)):
        if number >= size or unit == "M":
            value = number / size
            return f" ({unit}): {int(value):,}" if value.is_integer() else f" ({unit}): {value:,.2f}"
    return ""
