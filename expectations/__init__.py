"""Great Expectations suites over the data contract, the quarantine they decide on, and offline data docs."""
