"""tf.train.Example and what it is made of (tensorflow/core/example/*.proto): named lists of numbers or bytes."""

from tensorflow.core.messages import Bytes, Float, Int64, Message, mapped, one, repeated, several


def _message(name, fields, oneof=None, module="feature_pb2"):
    doc = f"tf.train.{name}, a protocol message."
    return type(name, (Message,), {"FIELDS": fields, "ONEOF": oneof, "__module__": f"tensorflow.core.example.{module}", "__doc__": doc})


BytesList = _message("BytesList", {"value": (1, repeated(Bytes))})
FloatList = _message("FloatList", {"value": (1, repeated(Float))})
Int64List = _message("Int64List", {"value": (1, repeated(Int64))})
Feature = _message("Feature", {"bytes_list": (1, one(BytesList)), "float_list": (2, one(FloatList)), "int64_list": (3, one(Int64List))}, "kind")
Features = _message("Features", {"feature": (1, mapped(Feature))})
FeatureList = _message("FeatureList", {"feature": (1, several(Feature))})
FeatureLists = _message("FeatureLists", {"feature_list": (1, mapped(FeatureList))})
Example = _message("Example", {"features": (1, one(Features))}, module="example_pb2")
SequenceExample = _message("SequenceExample", {"context": (1, one(Features)), "feature_lists": (2, one(FeatureLists))}, module="example_pb2")
