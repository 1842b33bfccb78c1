"""IndexLookup: terms as numbers by a vocabulary, the base of StringLookup, IntegerLookup and TextVectorization."""

import collections
import os

import numpy as np

from keras.src import backend
from keras.src.backend.errors import FailedPreconditionError, InvalidArgumentError, framed
from keras.src.backend.keras_tensor import KerasTensor
from keras.src.layers.layer import Layer
from keras.src.layers.preprocessing.encoding import encode, encoded_shape
from keras.src.utils.fingerprint import fingerprint64

_MODES = ("int", "one_hot", "multi_hot", "count", "tf_idf")


class IndexLookup(Layer):
    """Indices: the mask token (in mode "int"), then unknown terms, then the vocabulary.

    Args:
        max_tokens: most entries, the special ones included.
        num_oov_indices: places for unknown terms.
        mask_token, oov_token: special terms.
        vocabulary: list of terms, or the path of a file with a term a line.
        idf_weights: weights of the terms for "tf_idf".
        invert: from numbers to terms.
        output_mode: "int", "one_hot", "multi_hot", "count" or "tf_idf".
    """

    _text = True

    def __init__(
        self,
        max_tokens,
        num_oov_indices,
        mask_token,
        oov_token,
        vocabulary=None,
        idf_weights=None,
        invert=False,
        output_mode="int",
        sparse=False,
        pad_to_max_tokens=False,
        name=None,
        **kwargs,
    ):
        if max_tokens is not None and max_tokens <= 1:
            raise ValueError(
                f"If set, `max_tokens` must be greater than 1. Received: max_tokens={max_tokens}"
                if self._text
                else f"If `max_tokens` is set for `IntegerLookup`, it must be greater than 1. Received: max_tokens={max_tokens}"
            )
        if pad_to_max_tokens and max_tokens is None:
            raise ValueError(
                f"If pad_to_max_tokens is True, must set `max_tokens`. Received: max_tokens={max_tokens}"
            )
        if num_oov_indices < 0:
            raise ValueError(
                "`num_oov_indices` must be greater than or equal to 0. "
                f"Received: num_oov_indices={num_oov_indices}"
            )
        output_mode = {"binary": "multi_hot", "tf-idf": "tf_idf"}.get(output_mode, output_mode)
        if output_mode not in _MODES:
            raise ValueError(
                f"Unkown value for `output_mode` argument of layer {self.__class__.__name__}. "
                f"Allowed values are: {_MODES}. Received: {output_mode}"
            )
        if invert and output_mode != "int":
            raise ValueError(
                f"`output_mode` must be `'int'` when `invert` is true. Received: output_mode={output_mode}"
            )
        if idf_weights is not None and output_mode != "tf_idf":
            raise ValueError(
                "`idf_weights` should only be set if `output_mode` is `'tf_idf'`. "
                f"Received: idf_weights={idf_weights} and output_mode={output_mode}"
            )
        super().__init__(name=name, **kwargs)
        self._convert_input_args = False
        self._allow_non_tensor_positional_args = True
        self.invert = invert
        self.max_tokens = max_tokens
        self.num_oov_indices = num_oov_indices
        self.mask_token = mask_token
        self.oov_token = oov_token
        self.output_mode = output_mode
        self.sparse = sparse
        self.pad_to_max_tokens = pad_to_max_tokens
        self.__dict__.update(_tokens=[], _index={}, _idf=None, _given_vocabulary=vocabulary, _given_idf=idf_weights)
        if vocabulary is not None:
            self.set_vocabulary(vocabulary, idf_weights)

    # The vocabulary

    @property
    def _mask_count(self):
        return 1 if self.mask_token is not None and self.output_mode == "int" else 0

    @property
    def _token_start(self):
        return self._mask_count + self.num_oov_indices

    def vocabulary_size(self):
        """Number of entries, the special ones included."""
        return len(self._tokens) + self._token_start

    def get_vocabulary(self, include_special_tokens=True):
        """The entries in the order of their numbers."""
        tokens = [np.str_(each) if isinstance(each, str) else np.int64(each) if isinstance(each, int) else each for each in self._tokens]
        if not include_special_tokens:
            return tokens
        special = [self.mask_token] * self._mask_count + [self.oov_token] * self.num_oov_indices
        return special + tokens

    def set_vocabulary(self, vocabulary, idf_weights=None):
        """Sets the terms (with or without the special ones at the start)."""
        if self.output_mode == "tf_idf":
            if idf_weights is None:
                raise ValueError("`idf_weights` must be set if output_mode is 'tf_idf'.")
        elif idf_weights is not None:
            raise ValueError(
                "`idf_weights` should only be set if output_mode is `'tf_idf'`. "
                f"Received: output_mode={self.output_mode} and idf_weights={idf_weights}"
            )
        if isinstance(vocabulary, str):
            if not os.path.exists(vocabulary):
                raise ValueError(f"Vocabulary file {vocabulary} does not exist.")
            with open(vocabulary) as file:
                vocabulary = file.read().split("\n")
            vocabulary = vocabulary[:-1] if vocabulary and vocabulary[-1] == "" else vocabulary
        tokens = [self._term(t) for t in (np.asarray(vocabulary).tolist() if not isinstance(vocabulary, list) else vocabulary)]
        if not tokens:
            raise ValueError(f"Cannot set an empty vocabulary. Received: vocabulary={vocabulary}")
        special = self.get_vocabulary()[: self._token_start]
        had_special = bool(special) and tokens[: len(special)] == special
        if had_special:
            tokens = tokens[len(special) :]
        repeated = [np.str_(t) if isinstance(t, str) else np.int64(t) for t, n in collections.Counter(tokens).items() if n > 1]
        if repeated:
            raise ValueError(
                "The passed vocabulary has at least one repeated term. Please uniquify your dataset. The repeated terms are: "
                f"{repeated}"
            )
        for kind, token, refuse in (("mask", self.mask_token, True), ("OOV", self.oov_token, self.invert)):
            if token is not None and refuse and token in tokens:
                raise ValueError(
                    f"Found reserved {kind} token at unexpected location in `vocabulary`. Note that passed `vocabulary` does "
                    "not need to include the OOV and mask tokens. Either remove all mask and OOV tokens, or include them only "
                    f"at the start of the vocabulary in precisely this order: {special}. Received: "
                    f"{kind.lower()}_token={token} at vocabulary index {tokens.index(token)}"
                )
        if self.max_tokens is not None and len(tokens) + self._token_start > self.max_tokens:
            raise ValueError(
                "Attempted to set a vocabulary larger than the maximum vocab size. Received vocabulary size is "
                f"{len(tokens) + self._token_start}; `max_tokens` is {self.max_tokens}."
            )
        if idf_weights is not None and not had_special:
            idf_weights = np.asarray(idf_weights, dtype="float32")
            idf_weights = np.concatenate([np.full(self._token_start, idf_weights.mean()), idf_weights])
        self._take(tokens, idf_weights)

    def _take(self, tokens, idf=None):
        start = self._token_start
        index = {token: i + start for i, token in enumerate(tokens)}
        self.__dict__.update(_tokens=tokens, _index=index, _idf=None if idf is None else np.asarray(idf, "float32"))
        self.__dict__["built"] = True

    def _term(self, value):
        if self._text:
            return value.decode("utf-8") if isinstance(value, bytes) else str(value)
        return int(value)

    def reset_state(self):
        """Forgets what adapt() has counted."""
        self.__dict__.update(_counts=collections.Counter(), _documents=collections.Counter(), _document_count=0)
        if self._given_vocabulary is None:
            self.__dict__.update(_tokens=[], _index={}, _idf=None)

    def adapt(self, data, steps=None):
        """Makes the vocabulary from data: frequent terms first."""
        self.reset_state()
        for i, batch in enumerate(_batches(data)):
            if steps is not None and i >= steps:
                break
            self.update_state(batch)
        self.finalize_state()

    def update_state(self, data):
        """Counts the terms of a batch; each row is a document."""
        terms = self._terms(data)
        for row in terms if terms.ndim > 1 else terms.reshape(-1, 1):
            row = [self._term(t) for t in row.reshape(-1).tolist()]
            self._counts.update(row)
            self._documents.update(set(row))
            self.__dict__["_document_count"] += 1

    def finalize_state(self):
        """Makes the vocabulary from the counts."""
        if self._given_vocabulary is not None or not self.__dict__.get("_counts"):
            return
        counts = {t: n for t, n in self._counts.items() if t not in (self.mask_token, self.oov_token)}
        # Equally frequent terms come in reverse alphabetical order, as in Keras.
        tokens = sorted(counts, key=lambda t: (counts[t], t), reverse=True)
        if self.max_tokens is not None:
            tokens = tokens[: self.max_tokens - self._token_start]
        idf = None
        if self.output_mode == "tf_idf":
            frequencies = np.array([self._documents[t] for t in tokens], dtype="float32")
            idf = np.log(1 + self._document_count / (1 + frequencies)).astype("float32")
            idf = np.concatenate([np.full(self._token_start, idf.mean()), idf])
        self._take(tokens, idf)

    def _terms(self, data):
        """The data as an array of terms."""
        if isinstance(data, backend.StringTensor):
            return data._strings
        return np.asarray(data, dtype=object) if self._text else np.asarray(data)

    # Looking up

    def call(self, inputs):
        if not self._tokens and self._given_vocabulary is None and not self._counts_known():
            raise no_table()
        if self.invert:
            return self._inverted(inputs)
        terms = self._terms(inputs)
        found = np.array([self._number(t) for t in terms.reshape(-1).tolist()], dtype="int64").reshape(terms.shape)
        if self.output_mode == "int":
            return backend.convert_to_tensor(found, dtype="int64")
        kind = backend.floatx() if self.output_mode == "tf_idf" else "int64"
        # Masked terms have no place in a vector: one beyond the last gives zeros.
        depth = self.max_tokens if self.pad_to_max_tokens else self.vocabulary_size()
        mode = "count" if self.output_mode == "tf_idf" else self.output_mode
        encoded = encode(backend.convert_to_tensor(found), mode, depth, kind)
        if self.output_mode == "tf_idf":
            idf = np.zeros(depth, dtype="float32")
            idf[: len(self._idf)] = self._idf
            encoded = encoded * idf
        return encoded

    def _counts_known(self):
        return bool(self.__dict__.get("_counts"))

    def _number(self, term):
        term = self._term(term)
        found = self._index.get(term)
        if found is not None:
            return found
        if self.mask_token is not None and term == self.mask_token:
            return 0 if self.output_mode == "int" else 2**31 - 1
        if self.num_oov_indices == 0:
            if self.output_mode == "int" and not self._text:
                pass
            shown = f'["{term}"]' if self._text else f"[{term}]"
            why = f"When `num_oov_indices=0` all inputs should be in vocabulary, found OOV values {shown}, consider setting `num_oov_indices=1`."
            raise InvalidArgumentError(
                None, None, f"Expected 'tf.Tensor(False, shape=(), dtype=bool)' to be true. Summarized data: {why.encode()!r}"
            )
        offset = 0 if self.num_oov_indices == 1 else _hash(term) % self.num_oov_indices
        return self._mask_count + offset

    def _inverted(self, inputs):
        entries = dict(enumerate(self.get_vocabulary()))
        numbers = np.asarray(inputs)
        terms = [entries.get(int(n), self.oov_token) for n in numbers.reshape(-1).tolist()]
        if self._text:
            array = np.empty(len(terms), dtype=object)
            array[:] = terms
            return backend.string_tensor(array.reshape(numbers.shape))
        return backend.convert_to_tensor(np.array(terms, dtype="int64").reshape(numbers.shape))

    def compute_output_shape(self, input_shape):
        depth = self.max_tokens if self.pad_to_max_tokens else self.vocabulary_size()
        mode = "count" if self.output_mode == "tf_idf" else self.output_mode
        return encoded_shape(input_shape, mode, depth)

    def compute_output_spec(self, inputs):
        dtype = "string" if self.invert and self._text else backend.floatx() if self.output_mode == "tf_idf" else "int64"
        return KerasTensor(self.compute_output_shape(inputs.shape), dtype=dtype)

    def get_build_config(self):
        return {}

    def build_from_config(self, config):
        pass

    def get_config(self):
        vocabulary = self._given_vocabulary
        idf = self._given_idf
        return {
            **super().get_config(),
            "invert": self.invert,
            "max_tokens": self.max_tokens,
            "num_oov_indices": self.num_oov_indices,
            "oov_token": self.oov_token,
            "mask_token": self.mask_token,
            "output_mode": self.output_mode,
            "sparse": self.sparse,
            "pad_to_max_tokens": self.pad_to_max_tokens,
            "idf_weights": None if idf is None else np.asarray(idf).tolist(),
            "vocabulary": vocabulary if vocabulary is None or isinstance(vocabulary, str) else list(np.asarray(vocabulary).tolist()),
            "vocabulary_size": self.vocabulary_size(),
        }

    @classmethod
    def from_config(cls, config):
        config = {key: value for key, value in config.items() if key not in ("trainable", "dtype", "vocabulary_size", "oov_method", "salt")}
        return cls(**config)

    # Files keep an adapted vocabulary as bytes.

    def save_own_variables(self, store):
        if self._given_vocabulary is None and self._tokens:
            text = "\n".join(str(t) for t in self._tokens)
            store["vocabulary"] = np.frombuffer(text.encode(), dtype="uint8").copy()
            if self._idf is not None:
                store["idf"] = self._idf

    def load_own_variables(self, store):
        if "vocabulary" in store:
            text = bytes(np.asarray(store["vocabulary"]).tolist()).decode()
            self._take([self._term(t) for t in text.split("\n")], store.get("idf"))


def no_table():
    """The error of a layer that has no vocabulary yet."""
    return FailedPreconditionError(None, None, framed("LookupTableFindV2", "Table not initialized."))


def _hash(term):
    return term if isinstance(term, int) else fingerprint64(term.encode())


def _batches(data):
    if isinstance(data, (list, tuple)) and data and isinstance(data[0], (np.ndarray, backend.Tensor)):
        return data
    is_array = isinstance(data, (np.ndarray, list, tuple, str)) or backend.is_tensor(data)
    return [data] if is_array else (b[0] if isinstance(b, tuple) else b for b in data)
