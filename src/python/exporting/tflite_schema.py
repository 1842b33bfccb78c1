"""Numbers of TensorFlow Lite's schema: operators, their option tables, and the fields of those.

Source: tensorflow/compiler/mlir/lite/schema/schema.fbs of TensorFlow.
"""

# The engine's dtype codes as TensorType; the others have no kernels there.
TYPES = {0: 0, 2: 1, 4: 4, 5: 2, 6: 7, 7: 9, 8: 3, 9: 6}

# Operator -> (code, lowest version whose kernels do what is written here).
OPERATORS = {
    "ADD": (0, 1), "AVERAGE_POOL_2D": (1, 1), "CONCATENATION": (2, 1), "CONV_2D": (3, 1), "DEPTHWISE_CONV_2D": (4, 2),
    "FLOOR": (8, 1), "FULLY_CONNECTED": (9, 5), "LOGISTIC": (14, 1), "MAX_POOL_2D": (17, 1), "MUL": (18, 1), "RELU": (19, 1),
    "RESHAPE": (22, 1), "SOFTMAX": (25, 1), "TANH": (28, 1), "GATHER": (36, 1), "TRANSPOSE": (39, 1), "MEAN": (40, 1),
    "SUB": (41, 1), "DIV": (42, 1), "STRIDED_SLICE": (45, 1), "EXP": (47, 1), "LOG_SOFTMAX": (50, 1), "CAST": (53, 1),
    "MAXIMUM": (55, 1), "ARG_MAX": (56, 1), "MINIMUM": (57, 1), "LESS": (58, 1), "NEG": (59, 1), "PADV2": (60, 1),
    "GREATER": (61, 1), "GREATER_EQUAL": (62, 1), "LESS_EQUAL": (63, 1), "SIN": (66, 1), "TRANSPOSE_CONV": (67, 1),
    "EQUAL": (71, 1), "LOG": (73, 1), "SUM": (74, 1), "SQRT": (75, 1), "RSQRT": (76, 1), "SHAPE": (77, 1), "POW": (78, 1), "ARG_MIN": (79, 1),
    "REDUCE_PROD": (81, 1), "REDUCE_MAX": (82, 1), "LOGICAL_OR": (84, 1), "LOGICAL_AND": (86, 1), "LOGICAL_NOT": (87, 1),
    "REDUCE_MIN": (89, 1), "ABS": (101, 1), "CEIL": (104, 1), "COS": (108, 1), "ROUND": (116, 1), "SELECT_V2": (123, 1),
    "BATCH_MATMUL": (126, 1), "CUMSUM": (128, 1), "BROADCAST_TO": (130, 2), "GELU": (150, 1), "SIGN": (158, 1),
}  # fmt: skip

# Operator -> (number of its table in the union BuiltinOptions, fields of the table: name -> (number, kind)).
_ACTIVATED = {"fused_activation_function": (0, "int8")}
_POOL = {"padding": (0, "int8"), "stride_w": (1, "int32"), "stride_h": (2, "int32"), "filter_width": (3, "int32"),
         "filter_height": (4, "int32")}  # fmt: skip
_REDUCED = (27, {"keep_dims": (0, "bool")})
OPTIONS = {
    "CONV_2D": (1, {"padding": (0, "int8"), "stride_w": (1, "int32"), "stride_h": (2, "int32"), "dilation_w_factor": (4, "int32"),
                    "dilation_h_factor": (5, "int32")}),
    "DEPTHWISE_CONV_2D": (2, {"padding": (0, "int8"), "stride_w": (1, "int32"), "stride_h": (2, "int32"),
                              "depth_multiplier": (3, "int32"), "dilation_w_factor": (5, "int32"), "dilation_h_factor": (6, "int32")}),
    "AVERAGE_POOL_2D": (5, _POOL), "MAX_POOL_2D": (5, _POOL), "FULLY_CONNECTED": (8, {"keep_num_dims": (2, "bool")}),
    "SOFTMAX": (9, {"beta": (0, "float32")}), "CONCATENATION": (10, {"axis": (0, "int32")}), "ADD": (11, _ACTIVATED),
    "RESHAPE": (17, {}), "MUL": (21, _ACTIVATED), "GATHER": (23, {"axis": (0, "int32")}), "TRANSPOSE": (26, {}),
    "MEAN": _REDUCED, "SUM": _REDUCED, "REDUCE_PROD": _REDUCED, "REDUCE_MAX": _REDUCED, "REDUCE_MIN": _REDUCED,
    "SUB": (28, _ACTIVATED), "DIV": (29, _ACTIVATED),
    "STRIDED_SLICE": (32, {"begin_mask": (0, "int32"), "end_mask": (1, "int32")}), "EXP": (33, {}), "LOG_SOFTMAX": (36, {}),
    "CAST": (37, {"in_data_type": (0, "int8"), "out_data_type": (1, "int8")}), "MAXIMUM": (39, {}), "MINIMUM": (39, {}),
    "ARG_MAX": (40, {"output_type": (0, "int8")}), "LESS": (41, {}), "NEG": (42, {}), "PADV2": (43, {}), "GREATER": (44, {}),
    "GREATER_EQUAL": (45, {}), "LESS_EQUAL": (46, {}),
    "TRANSPOSE_CONV": (49, {"padding": (0, "int8"), "stride_w": (1, "int32"), "stride_h": (2, "int32")}), "EQUAL": (53, {}),
    "SHAPE": (55, {"out_type": (0, "int8")}), "POW": (56, {}), "ARG_MIN": (57, {"output_type": (0, "int8")}), "LOGICAL_OR": (60, {}), "LOGICAL_AND": (62, {}),
    "LOGICAL_NOT": (63, {}), "ABS": (78, {}), "COS": (84, {}), "SELECT_V2": (98, {}),
    "BATCH_MATMUL": (101, {"adj_x": (0, "bool"), "adj_y": (1, "bool")}), "CUMSUM": (102, {}), "BROADCAST_TO": (104, {}),
    "GELU": (116, {"approximate": (0, "bool")}), "SIGN": (123, {}),
}  # fmt: skip
