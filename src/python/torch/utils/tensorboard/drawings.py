"""What a SummaryWriter shows besides curves: histograms over time, pictures, precision against recall, texts and tables.

Each tag has one drawing on the page, which the next step replaces. Drawn with matplotlib, which is imported when needed.
"""

import html

import torch

# More steps than this are thinned out: a ridge of some dozen outlines can be read, a hundred cannot.
RIDGES = 12
BINS = 30


class Histories:
    """The histograms of each tag, as outlines behind one another: the newest in front, at the bottom."""

    def __init__(self):
        self._steps = {}

    def add(self, tag, values, step, bins):
        """Keeps the values' histogram and gives the figure of the tag."""
        values = torch.as_tensor(values).detach().cpu().double().reshape(-1)
        values = values[torch.isfinite(values)]
        if values.numel() == 0:
            raise ValueError("The input has no element.")
        low, high = float(values.min()), float(values.max())
        if low == high:
            low, high = low - 0.5, high + 0.5
        count = bins if isinstance(bins, int) else BINS
        counts = torch.histc(values, count, low, high).tolist()
        history = self._steps.setdefault(tag, [])
        history.append((step, low, high, counts))
        if len(history) > 2 * RIDGES:
            del history[1:-1:2]
        return self._figure(tag, history[:: -(-len(history) // RIDGES)])

    def _figure(self, tag, shown):
        from matplotlib.figure import Figure

        figure = Figure(figsize=(5.6, 3.4))
        axes = figure.add_subplot(1, 1, 1)
        # Heights are densities, so that ranges of different widths compare; the tallest outline reaches over two steps.
        tallest = max(max(counts) / (high - low) / sum(counts) for _, low, high, counts in shown)
        for place, (_, low, high, counts) in enumerate(shown):
            base = len(shown) - 1 - place
            width = (high - low) / len(counts)
            heights = [base + 2 * each / (high - low) / sum(counts) / tallest for each in counts]
            middles = [low + (i + 0.5) * width for i in range(len(counts))]
            shade = 0.25 + 0.6 * (place + 1) / len(shown)
            axes.fill_between(middles, [base] * len(counts), heights, color="C0", alpha=shade)
            axes.plot(middles, heights, color="black", linewidth=0.6)
        axes.set_yticks([len(shown) - 1 - place for place in range(len(shown))])
        axes.set_yticklabels([str(step) for step, *_ in shown])
        axes.set_ylabel("step")
        axes.set_title(tag)
        return figure


def picture(tag, image, layout):
    """A figure of one picture: CHW, HWC or HW, whole numbers of 0 to 255 or numbers of 0 to 1."""
    from matplotlib.figure import Figure

    pixels = torch.as_tensor(image).detach().cpu()
    order = layout.upper()
    if pixels.ndim != len(order):
        raise ValueError(f"size of input tensor and input format are different. tensor shape: {tuple(pixels.shape)}, input_format: {layout}")
    if "C" in order:
        pixels = pixels.permute(order.index("H"), order.index("W"), order.index("C"))
        pixels = pixels[..., 0] if pixels.shape[-1] == 1 else pixels
    elif order == "WH":
        pixels = pixels.t()
    pixels = pixels.clamp(0, 1) if pixels.is_floating_point() else pixels.clamp(0, 255).to(torch.uint8)
    figure = Figure(figsize=(4, 3.4))
    axes = figure.add_subplot(1, 1, 1)
    axes.imshow(pixels.numpy(), cmap="gray", vmin=0, vmax=1 if pixels.is_floating_point() else 255)
    axes.axis("off")
    axes.set_title(tag)
    return figure


def grid(images, layout):
    """Several pictures (NCHW or NHWC) as one, in rows of eight."""
    pixels = torch.as_tensor(images).detach().cpu()
    order = layout.upper()
    pixels = pixels.permute(*(order.index(each) for each in "NCHW"))
    blank = torch.zeros_like(pixels[:1])
    columns = min(8, pixels.shape[0])
    rows = [pixels[start : start + columns] for start in range(0, pixels.shape[0], columns)]
    rows[-1] = torch.cat([rows[-1], *[blank] * (columns - len(rows[-1]))])
    return torch.cat([torch.cat(list(row), 2) for row in rows], 1)


def precision_recall(tag, labels, predictions, thresholds):
    """A figure of precision against recall for so many thresholds between 0 and 1."""
    from matplotlib.figure import Figure

    labels = torch.as_tensor(labels).detach().cpu().reshape(-1).bool()
    predictions = torch.as_tensor(predictions).detach().cpu().reshape(-1).double()
    chosen = predictions.unsqueeze(0) >= torch.linspace(0, 1, thresholds, dtype=torch.float64).unsqueeze(1)
    hits = (chosen & labels).sum(1).double()
    precision = hits / chosen.sum(1).clamp(min=1)
    recall = hits / labels.sum().clamp(min=1)
    figure = Figure(figsize=(4.4, 3.4))
    axes = figure.add_subplot(1, 1, 1)
    axes.plot(recall.tolist(), precision.tolist())
    axes.set_xlabel("recall")
    axes.set_ylabel("precision")
    axes.set_title(tag)
    return figure


def text(tag, words, step):
    """A text with its tag and step, as HTML."""
    return f"<p><strong>{html.escape(tag)}</strong> · step {step}</p><p>{html.escape(str(words))}</p>"


def graph(model):
    """A model's modules as indented text, as HTML."""
    return f"<pre>{html.escape(repr(model))}</pre>"
