"""tf.version."""

VERSION = "2.21.0"
GIT_VERSION = "v2.21.0"
COMPILER_VERSION = "pyodide"
