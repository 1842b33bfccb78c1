"""tf.version."""

VERSION = "2.20.0"
GIT_VERSION = "v2.20.0"
COMPILER_VERSION = "pyodide"
