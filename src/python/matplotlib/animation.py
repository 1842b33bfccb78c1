"""FuncAnimation and ArtistAnimation: frames drawn one after another into the same figure; films cannot be written here."""

import itertools
import time

# No animation holds a cell up for longer, in frames and in seconds.
_MOST_FRAMES = 200
_LONGEST = 20.0


class Animation:
    """Frames of a figure. to_jshtml(), to_html5_video() or showing it play them once where the figure stands."""

    def __init__(self, fig, interval=200):
        self._fig, self._interval = fig, float(interval)
        self.event_source = None

    def _frames(self):
        """Draws one frame after another."""
        raise NotImplementedError("Derived must override")

    def _play(self):
        pause = self._interval / 1000
        started = time.monotonic()
        for _ in itertools.islice(self._frames(), _MOST_FRAMES):
            self._fig.canvas.draw()
            if time.monotonic() - started > _LONGEST:
                break
            time.sleep(pause)
        self._fig._shown = True

    def to_jshtml(self, fps=None, embed_frames=True, default_mode=None):
        """Plays the frames once, in place; the text is empty, since the figure itself has been shown."""
        if fps:
            self._interval = 1000 / fps
        self._play()
        return ""

    def to_html5_video(self, embed_limit=None):
        """Plays the frames once, in place."""
        return self.to_jshtml()

    def _ipython_display_(self):
        self._play()

    def save(self, filename, writer=None, fps=None, **kwargs):
        """Films cannot be written."""
        raise NotImplementedError(
            f"films ({str(filename)!r}) cannot be written in the browser: HTML(animation.to_jshtml()), or the animation as the last line of a "
            "cell, plays the frames in the figure; plt.savefig writes single pictures"
        )

    def pause(self):
        """The frames are played once."""

    resume = new_frame_seq = pause


class FuncAnimation(Animation):
    """Calls `func` with each of `frames` (numbers, or whatever an iterable gives), which changes what the figure shows."""

    def __init__(self, fig, func, frames=None, init_func=None, fargs=None, save_count=None, *, interval=200, repeat=True, blit=False,
                 cache_frame_data=True, **kwargs):  # fmt: skip
        super().__init__(fig, interval)
        self._func, self._init, self._arguments = func, init_func, tuple(fargs or ())
        self._given, self._count = frames, save_count

    def _frames(self):
        given = self._given
        if given is None:
            numbers = itertools.count() if self._count is None else range(self._count)
        else:
            numbers = range(given) if hasattr(given, "__index__") else given() if callable(given) else given
        if self._init is not None:
            self._init()
        for number in numbers:
            self._func(number, *self._arguments)
            yield number


class ArtistAnimation(Animation):
    """Shows one list of artists after another."""

    def __init__(self, fig, artists, *, interval=200, repeat=True, repeat_delay=0, blit=False, **kwargs):
        super().__init__(fig, interval)
        self._artists = [list(each) for each in artists]

    def _frames(self):
        for current in self._artists:
            for group in self._artists:
                for artist in group:
                    artist.set_visible(artist in current)
            yield current


class PillowWriter:
    """Films cannot be written; Animation.save says so."""

    def __init__(self, fps=5, **kwargs):
        self.fps = fps


FFMpegWriter = ImageMagickWriter = PillowWriter
