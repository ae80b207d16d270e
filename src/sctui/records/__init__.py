"""What facts come to apart from cards: records of studies, compared cells, links; and their file."""
