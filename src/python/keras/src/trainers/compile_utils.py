"""compile()'s losses and metrics under the name of Keras' module."""

from keras.src.trainers.compile_loss import CompileLoss, get_loss
from keras.src.trainers.compile_metrics import CompileMetrics, get_metric
