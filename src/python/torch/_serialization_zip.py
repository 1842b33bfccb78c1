"""The zip archive of a `.pth` file: records by name, with PyTorch's errors for files that are cut off or tampered with."""

import io
import zipfile
import zlib

from kernel_runtime.file_zip import swells


class ArchiveReader:
    """Reads the records of a `.pth` file."""

    def __init__(self, raw):
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(raw))
            names = self._zip.namelist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
            raise RuntimeError(
                f"PytorchStreamReader failed reading zip archive: failed finding central directory ({error}). The file is cut "
                "off or damaged: save or download it again."
            ) from None
        self._infos = {info.filename: info for info in self._zip.infolist()}
        found = [name for name in names if name.endswith("/data.pkl")]
        if not found:
            raise RuntimeError("PytorchStreamReader failed locating file data.pkl: file not found")
        self._folder = found[0].rsplit("/", 1)[0]

    def names(self):
        """The records."""
        return [name.removeprefix(f"{self._folder}/") for name in self._infos]

    def read(self, name, size=None):
        """The bytes of a record; RuntimeError where it is missing, damaged or shorter than `size`."""
        info = self._infos.get(f"{self._folder}/{name}")
        if info is None:
            raise RuntimeError(f"PytorchStreamReader failed locating file {name}: file not found")
        if swells(info):
            raise RuntimeError(
                f"PytorchStreamReader failed reading file {name}: it says that {info.compress_size} bytes unpack to "
                f"{info.file_size}, which no file of torch.save does."
            )
        if size is not None and info.file_size < size:
            raise RuntimeError(
                f"PytorchStreamReader failed reading file {name}: it has {info.file_size} bytes, but its tensor needs {size}."
            )
        try:
            return self._zip.read(info)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
            raise RuntimeError(f"PytorchStreamReader failed reading file {name}: file read failed ({error})") from None


def write_archive(file, folder, records):
    """Writes records (name, bytes) uncompressed, each starting at a multiple of 64 bytes so that it can be mapped to memory."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name, data in records:
            info = zipfile.ZipInfo(f"{folder}/{name}")
            start = archive.start_dir + 30 + len(info.filename.encode()) + 4
            padding = -start % 64
            info.extra = b"FB" + padding.to_bytes(2, "little") + b"Z" * padding
            archive.writestr(info, data)
