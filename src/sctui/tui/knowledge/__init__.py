"""What the screens of studies, comparisons and mechanisms show, worked out without a screen."""
