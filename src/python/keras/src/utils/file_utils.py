"""keras.utils.get_file: there is no network here, so only files that exist already are found."""

import os


def get_file(fname=None, origin=None, *_arguments, cache_dir=None, cache_subdir="datasets", **_options):
    """The path of a file that was downloaded before; an error says that nothing can be downloaded."""
    if origin is None:
        raise ValueError('Please specify the "origin" argument (URL of the file to download).')
    name = fname or os.path.basename(str(origin))
    path = os.path.join(cache_dir or os.path.join(os.path.expanduser("~"), ".keras"), cache_subdir, name)
    for found in (path, name):
        if os.path.exists(found):
            return found
    raise OSError(f"URL fetch failure on {origin}: this playground has no network. Put the file at {path} first.")
