"""Several machines, one collection: each adds segments of its log to a shared place, and reads theirs."""
