import numpy as np

x = np.array([1.0, 2.0, 4.0, -1.0, 0.5, 3.0, 2.5, -2.0])
print(np.fft.fft(x), np.fft.ifft(np.fft.fft(x)).real, np.fft.rfft(x), np.fft.irfft(np.fft.rfft(x)), sep="\n")
rng = np.random.RandomState(0)
for n in (1, 2, 3, 5, 6, 12, 64, 100, 127):
    y = rng.randn(n)
    print(n, np.fft.fft(y)[:4], np.allclose(np.fft.ifft(np.fft.fft(y)).real, y), np.allclose(np.fft.irfft(np.fft.rfft(y), n), y), np.abs(np.fft.fft(y)).sum())
print(np.fft.fft(x, 4), np.fft.fft(x, 10), np.fft.fft(x, norm="ortho"), np.fft.ifft(x, norm="forward"), sep="\n")
m = rng.randn(4, 6)
print(np.fft.fft2(m)[1], np.fft.fft(m, axis=0)[:, 1], np.allclose(np.fft.ifft2(np.fft.fft2(m)).real, m), np.fft.fftn(m).shape, np.fft.rfft(m, axis=0).shape)
print(np.fft.fftfreq(8, 0.1), np.fft.fftfreq(5), np.fft.rfftfreq(9, d=2), np.fft.fftshift(np.arange(5)), np.fft.ifftshift(np.fft.fftshift(np.arange(6))))
print(np.fft.fft([1 + 2j, 3 - 1j, 0]), np.fft.fftshift(np.arange(6).reshape(2, 3)), np.fft.fftshift(np.arange(6).reshape(2, 3), axes=1))
t = np.arange(256) / 256
print(np.argmax(np.abs(np.fft.rfft(np.sin(2 * np.pi * 13 * t)))))
