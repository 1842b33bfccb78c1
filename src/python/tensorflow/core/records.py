"""TFRecord files: each record is its length, a checksum of that, its bytes and a checksum of these (CRC-32C, rotated and shifted)."""

import gzip
import struct
import zlib

from keras.src.backend.errors import DataLossError, NotFoundError, framed

_TABLE = []
for _byte in range(256):
    for _ in range(8):
        _byte = _byte >> 1 ^ (0x82F63B78 if _byte & 1 else 0)
    _TABLE.append(_byte)


def checksum(data):
    """The masked CRC-32C of bytes."""
    crc = 0xFFFFFFFF
    for byte in data:
        crc = _TABLE[(crc ^ byte) & 255] ^ crc >> 8
    crc ^= 0xFFFFFFFF
    return ((crc >> 15 | crc << 17) + 0xA282EAD8) & 0xFFFFFFFF


def packed(record):
    """One record as it stands in a file."""
    length = struct.pack("<Q", len(record))
    return length + struct.pack("<I", checksum(length)) + record + struct.pack("<I", checksum(record))


class TFRecordOptions:
    """tf.io.TFRecordOptions: how a file is compressed."""

    def __init__(self, compression_type=None, flush_mode=None, **_options):
        self.compression_type = compression_type or ""


def _kind(options):
    return (options if isinstance(options, str) else getattr(options, "compression_type", "")) or ""


class TFRecordWriter:
    """`with tf.io.TFRecordWriter(path) as writer: writer.write(example.SerializeToString())`."""

    def __init__(self, path, options=None):
        self._kind, self._path = _kind(options), path
        self._file = gzip.open(path, "wb") if self._kind == "GZIP" else open(path, "wb")
        self._deflate = zlib.compressobj() if self._kind == "ZLIB" else None

    def _put(self, data):
        self._file.write(self._deflate.compress(data) if self._deflate else data)

    def write(self, record):
        """Appends a record, which is bytes."""
        self._put(packed(record.encode() if isinstance(record, str) else bytes(record)))

    def flush(self):
        """Writes what waits."""
        self._file.flush()

    def close(self):
        """Ends the file."""
        if self._deflate is not None:
            self._file.write(self._deflate.flush())
            self._deflate = None
        self._file.close()

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        self.close()


def _lost(why):
    return DataLossError(None, None, framed("IteratorGetNext", why, "_output_types_1"))


def read(path, kind=""):
    """The records of a file, one after the other."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except FileNotFoundError:
        raise NotFoundError(None, None, framed("IteratorGetNext", f"{path}; No such file or directory", "_output_types_1")) from None
    data = gzip.decompress(data) if kind == "GZIP" else zlib.decompress(data) if kind == "ZLIB" else data
    at = 0
    while at < len(data):
        if len(data) < at + 12:
            raise _lost(f"truncated record at {at}' failed with Read less bytes than requested")
        length, crc = struct.unpack_from("<QI", data, at)
        if crc != checksum(data[at : at + 8]):
            raise _lost(f"corrupted record at {at}")
        record = data[at + 12 : at + 12 + length]
        if len(data) < at + 16 + length:
            raise _lost(f"truncated record at {at}' failed with Read less bytes than requested")
        if struct.unpack_from("<I", data, at + 12 + length)[0] != checksum(record):
            raise _lost(f"corrupted record at {at + 12}")
        yield record
        at += 16 + length
