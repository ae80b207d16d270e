"""Document to topic tree."""
