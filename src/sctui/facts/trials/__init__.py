"""Trials, reviews, approvals and cases: frames of slots over a group of paragraphs."""

from sctui.facts.trials.find import find_trials

__all__ = ["find_trials"]
