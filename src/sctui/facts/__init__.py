"""Topic tree to facts: terms, mechanisms, trials, comparisons, figures."""
