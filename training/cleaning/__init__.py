"""Hand labels for cleaning, and what is made from them."""
