"""Members of zip files that are not to be trusted: what claims to unpack to very much more than it takes is not read."""

# PyTorch and Keras store numbers as they are; even ones that are all alike do not shrink to a hundredth in a file of a model.
_LARGEST_RATIO, _HARMLESS = 100, 16 * 2**20


def swells(info):
    """Whether a member (a zipfile.ZipInfo) says that it is more than a hundred times as large as its bytes in the file."""
    return info.file_size > _HARMLESS and info.file_size > _LARGEST_RATIO * info.compress_size
