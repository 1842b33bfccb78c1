"""compile(), fit(), evaluate() and predict(), and what feeds them."""
