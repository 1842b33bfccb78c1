import numpy as np

t = np.arange(8)
x = np.sin(2 * np.pi * t / 8) + 0.5 * np.cos(2 * np.pi * 2 * t / 8)
f = np.fft.fft(x)
print(np.abs(f).round(6), f.shape, f.dtype, np.fft.ifft(f).real.round(6), np.fft.fftfreq(8), np.fft.fftfreq(5, 0.1), np.fft.rfftfreq(8, d=0.5))
print(np.fft.rfft([1, 2, 3, 4]), np.fft.irfft(np.fft.rfft([1.0, 2, 3, 4])), np.fft.fft([1, 2, 3, 4]), np.fft.fft([1, 0, 0, 0]), np.fft.ifft([4, 0, 0, 0]))
print(np.fft.fft([1.0, 2, 3]).round(6), np.fft.fft(np.arange(7)).round(4), np.abs(np.fft.fft(np.arange(17))).round(4), np.abs(np.fft.fft(np.arange(30.0))[:4]).round(4))
print(np.fft.fft([1, 2], n=4), np.fft.fft([1, 2, 3, 4], n=2), np.fft.fft([1, 2, 3, 4], norm="ortho"), np.fft.fft([[1, 2], [3, 4]]), np.fft.fft([[1, 2], [3, 4]], axis=0), np.fft.fft2([[1, 2], [3, 4]]), np.fft.ifft2(np.fft.fft2([[1, 2], [3, 4]])).real)
print(np.fft.fftshift(np.arange(5)), np.fft.ifftshift(np.arange(5)), np.fft.fftshift(np.fft.fftfreq(6)), np.fft.fftshift(np.arange(4).reshape(2, 2)), np.fft.fftshift(np.arange(4).reshape(2, 2), axes=1))
signal = np.sin(2 * np.pi * 5 * np.linspace(0, 1, 64, endpoint=False)) + 2 * np.sin(2 * np.pi * 12 * np.linspace(0, 1, 64, endpoint=False))
spectrum = np.abs(np.fft.rfft(signal))
print(spectrum.argmax(), np.sort(spectrum.argsort()[-2:]), spectrum.max().round(6), spectrum.round(4)[:8], (np.abs(np.fft.fft(signal)) ** 2).sum().round(3), (signal**2).sum().round(6) * 64)
c = np.fft.rfft(signal)
c[8:] = 0
print(np.fft.irfft(c)[:5].round(6), np.allclose(np.fft.irfft(np.fft.rfft(signal)), signal), np.fft.fftn(np.ones((2, 2, 2))).real.sum())
try:
    np.fft.fft([])
except ValueError as e:
    print(e)
