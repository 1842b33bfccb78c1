"""tf.errors."""

from keras.src.backend.graph_mode import OperatorNotAllowedInGraphError  # noqa: F401
from keras.src.backend.errors import (  # noqa: F401
    AbortedError, AlreadyExistsError, CancelledError, DataLossError, DeadlineExceededError, FailedPreconditionError, InternalError,
    InvalidArgumentError, NotFoundError, OpError, OutOfRangeError, PermissionDeniedError, ResourceExhaustedError, UnavailableError,
    UnimplementedError, UnknownError,
)  # fmt: skip
