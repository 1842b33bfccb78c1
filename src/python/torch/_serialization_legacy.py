"""The format of torch.save before PyTorch 1.6 (and with _use_new_zipfile_serialization=False): pickles, then bytes of storages."""

import pickle
import struct

MAGIC_NUMBER, PROTOCOL_VERSION = 0x1950A86A20F9469CFC6C, 1001
_SYSTEM = {"protocol_version": PROTOCOL_VERSION, "little_endian": True, "type_sizes": {"short": 2, "int": 4, "long": 4}}


def write(file, pickled, storages, protocol):
    """magic number, protocol, system, the object, the keys of storages; then of each its size and elements."""
    for each in (MAGIC_NUMBER, PROTOCOL_VERSION, _SYSTEM):
        file.write(pickle.dumps(each, protocol=protocol))
    file.write(pickled)
    keys = sorted(storages)
    file.write(pickle.dumps(keys, protocol=protocol))
    for key in keys:
        count, data = storages[key]
        file.write(struct.pack("<q", count) + data)


def read(data, unpickle, fill):
    """The object of such a file. `unpickle(data, at)` gives an object and where it ends; `fill(key, data, at)` stores elements
    from there and gives where they end."""
    magic, at = unpickle(data, 0, plain=True)
    if magic != MAGIC_NUMBER:
        raise RuntimeError("Invalid magic number; corrupt file?")
    version, at = unpickle(data, at, plain=True)
    if version != PROTOCOL_VERSION:
        raise RuntimeError(f"Invalid protocol version: {version}")
    system, at = unpickle(data, at, plain=True)
    if not isinstance(system, dict) or not system.get("little_endian", True):
        raise RuntimeError("This file was written on a big-endian machine: save it again there in the newer (zip) format.")
    found, at = unpickle(data, at, plain=False)
    keys, at = unpickle(data, at, plain=True)
    for key in keys:
        if at + 8 > len(data):
            raise EOFError("The file ends before the elements of its tensors: it is cut off.")
        (count,) = struct.unpack_from("<q", data, at)
        at = fill(key, count, data, at + 8)
    return found
