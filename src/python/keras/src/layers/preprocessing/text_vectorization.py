"""TextVectorization: texts as numbers: cleaned, cut into words, looked up."""

import re

import numpy as np

from keras.src import backend
from keras.src.backend.keras_tensor import KerasTensor
from keras.src.layers.layer import Layer
from keras.src.layers.preprocessing.index_lookup import _batches, no_table
from keras.src.layers.preprocessing.string_lookup import StringLookup

_PUNCTUATION = re.compile(r'[!"#$%&()\*\+,-\./:;<=>?@\[\\\]^_`{|}~\']')


class TextVectorization(Layer):
    """Args:
    max_tokens: most entries of the vocabulary, "" and "[UNK]" included.
    standardize: "lower_and_strip_punctuation" (default), "lower", "strip_punctuation", None or a function.
    split: "whitespace" (default), "character", None or a function.
    ngrams: n, or tuple of n's: groups of words become terms as well.
    output_mode: "int" (default), "multi_hot", "count" or "tf_idf".
    output_sequence_length: texts are cut or padded (with 0) to so many terms; in mode "int".
    """

    def __init__(
        self,
        max_tokens=None,
        standardize="lower_and_strip_punctuation",
        split="whitespace",
        ngrams=None,
        output_mode="int",
        output_sequence_length=None,
        pad_to_max_tokens=False,
        vocabulary=None,
        idf_weights=None,
        sparse=False,
        ragged=False,
        encoding="utf-8",
        name=None,
        **kwargs,
    ):
        allowed = ("lower_and_strip_punctuation", "lower", "strip_punctuation", None)
        if not callable(standardize) and standardize not in allowed:
            raise ValueError(
                "Unknown value for `standardize` argument of TextVectorization. "
                f"Allowed values are: {allowed[:-1]}. Received: standardize={standardize}"
            )
        if not callable(split) and split not in ("whitespace", "character", None):
            raise ValueError(
                "Unknown value for `split` argument of TextVectorization. "
                f"Allowed values are: ('character', 'whitespace'). Received: split={split}"
            )
        output_mode = {"binary": "multi_hot", "tf-idf": "tf_idf"}.get(output_mode, output_mode)
        if output_mode not in ("int", "multi_hot", "count", "tf_idf"):
            raise ValueError(
                "Unknown value for `output_mode` argument of TextVectorization. "
                f"Allowed values are: ('int', 'one_hot', 'multi_hot', 'count', 'tf_idf'). Received: output_mode={output_mode}"
            )
        if output_mode != "int" and output_sequence_length is not None:
            raise ValueError(
                "`output_sequence_length` must not be set if `output_mode` is not 'int'. "
                f"Received output_sequence_length={output_sequence_length}."
            )
        super().__init__(name=name, **kwargs)
        self._max_tokens = max_tokens
        self._standardize = standardize
        self._split = split
        self._ngrams_arg = ngrams
        self._ngrams = tuple(range(1, ngrams + 1)) if isinstance(ngrams, int) else ngrams
        self._output_mode = output_mode
        self._output_sequence_length = output_sequence_length
        self._encoding = encoding
        self._pad_to_max_tokens = pad_to_max_tokens
        self._sparse = sparse
        self._ragged = ragged
        self._convert_input_args = False
        self._allow_non_tensor_positional_args = True
        self._lookup_layer = StringLookup(
            max_tokens=max_tokens,
            vocabulary=vocabulary,
            idf_weights=idf_weights,
            pad_to_max_tokens=pad_to_max_tokens,
            mask_token="",
            output_mode=output_mode,
            encoding=encoding,
        )

    def adapt(self, data, batch_size=None, steps=None):
        """Makes the vocabulary from texts."""
        lookup = self._lookup_layer
        lookup.reset_state()
        for i, batch in enumerate(_batches(data)):
            if steps is not None and i >= steps:
                break
            for terms in self._documents(batch):
                lookup.update_state(np.array([terms], dtype=object) if terms else np.empty((1, 0), dtype=object))
        lookup.finalize_state()

    def get_vocabulary(self, include_special_tokens=True):
        """The entries in the order of their numbers."""
        return self._lookup_layer.get_vocabulary(include_special_tokens)

    def vocabulary_size(self):
        """Number of entries, "" and "[UNK]" included."""
        return self._lookup_layer.vocabulary_size()

    def set_vocabulary(self, vocabulary, idf_weights=None):
        """Sets the terms."""
        self._lookup_layer.set_vocabulary(vocabulary, idf_weights=idf_weights)

    def _texts(self, inputs):
        if isinstance(inputs, backend.StringTensor):
            return inputs._strings
        return np.asarray(inputs, dtype=object)

    def _documents(self, inputs):
        """Lists of terms, one for each text."""
        texts = self._texts(inputs).reshape(-1).tolist()
        texts = [t.decode(self._encoding) if isinstance(t, bytes) else str(t) for t in texts]
        if callable(self._standardize):
            texts = _as_texts(self._standardize(backend.string_tensor(texts)))
        else:
            mode = self._standardize or ""
            if "lower" in mode:
                texts = [t.lower() for t in texts]
            if "strip_punctuation" in mode:
                texts = [_PUNCTUATION.sub("", t) for t in texts]
        return [self._grouped(self._cut(t)) for t in texts]

    def _cut(self, text):
        if callable(self._split):
            return _as_texts(self._split(backend.string_tensor(text)))
        if self._split == "whitespace":
            return text.split()
        return list(text) if self._split == "character" else [text]

    def _grouped(self, terms):
        if self._ngrams is None:
            return terms
        return [" ".join(terms[i : i + n]) for n in self._ngrams for i in range(len(terms) - n + 1)]

    def call(self, inputs):
        shape = self._texts(inputs).shape
        documents = self._documents(inputs)
        lookup = self._lookup_layer
        if not lookup._tokens and lookup._given_vocabulary is None and not lookup._counts_known():
            raise no_table()
        if self._output_mode == "int":
            if self._ragged and shape:
                return backend.RaggedTensor.from_rows([[lookup._number(t) for t in terms] for terms in documents], "int64")
            length = self._output_sequence_length or max(map(len, documents), default=0)
            numbers = [[lookup._number(t) for t in terms[:length]] for terms in documents]
            padded = np.array([row + [0] * (length - len(row)) for row in numbers], dtype="int64")
            padded = padded.reshape(len(documents), length)
            return backend.convert_to_tensor(padded[0] if shape == () else padded)
        rows = []
        for terms in documents:
            row = lookup(np.array([terms], dtype=object)) if terms else lookup(np.array([[""]], dtype=object))
            rows.append(np.asarray(row)[0])
        stacked = np.stack(rows)
        return backend.convert_to_tensor(stacked[0] if shape == () else stacked)

    def compute_output_shape(self, input_shape):
        if self._output_mode == "int":
            return (input_shape[0], self._output_sequence_length)
        depth = self._max_tokens if self._pad_to_max_tokens else self.vocabulary_size()
        return (input_shape[0], depth)

    def compute_output_spec(self, inputs):
        dtype = backend.floatx() if self._output_mode == "tf_idf" else "int64"
        return KerasTensor(self.compute_output_shape(inputs.shape), dtype=dtype)

    def get_config(self):
        lookup = self._lookup_layer.get_config()
        return {
            **super().get_config(),
            "max_tokens": self._max_tokens,
            "standardize": self._standardize,
            "split": self._split,
            "ngrams": self._ngrams_arg,
            "output_mode": self._output_mode,
            "output_sequence_length": self._output_sequence_length,
            "pad_to_max_tokens": self._pad_to_max_tokens,
            "sparse": self._sparse,
            "ragged": self._ragged,
            "vocabulary": lookup["vocabulary"],
            "idf_weights": lookup["idf_weights"],
            "encoding": self._encoding,
            "vocabulary_size": self.vocabulary_size(),
        }

    @classmethod
    def from_config(cls, config):
        config = {key: value for key, value in config.items() if key not in ("trainable", "vocabulary_size")}
        return cls(**config)


def _as_texts(found):
    texts = found._strings if isinstance(found, backend.StringTensor) else np.asarray(found, dtype=object)
    return [t.decode() if isinstance(t, bytes) else str(t) for t in texts.reshape(-1).tolist()]
