"""What Browse shows of cards, worked out without a screen."""
