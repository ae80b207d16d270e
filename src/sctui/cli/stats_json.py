"""Statistics as a JSON object. Dates are ISO dates of study days, times milliseconds, shares 0 to 1."""

from __future__ import annotations

import json
from typing import Any

from sctui.model.statistics import Calibration, Histogram, Recall, TopicStatistics
from sctui.scheduler.plans import date_of
from sctui.study.report import Report


def as_text(told: Report) -> str:
    """The report as indented JSON."""
    return json.dumps(as_object(told), ensure_ascii=False, indent=2)


def as_object(told: Report) -> dict[str, Any]:
    """The report as dictionaries, lists and numbers."""
    return {
        "today": _date(told.today),
        "since": _date(told.since),
        "streak": told.streak,
        "longest_streak": told.longest_streak,
        "days": [
            {
                "date": _date(day.day),
                "answers": day.answers,
                "new": day.begun,
                "again": day.again,
                "ms": day.ms,
            }
            for day in told.shown_days
        ],
        "retention_by_week": [
            {"week": _date(week.monday), "young": _recall(week.young), "mature": _recall(week.mature)}
            for week in told.weeks
        ],
        "forecast": [
            {"date": _date(told.today + ahead), "due": due} for ahead, due in enumerate(told.forecast)
        ],
        "stability_days": _histogram(told.memories.stability),
        "difficulty": _histogram(told.memories.difficulty),
        "retrievability": _histogram(told.memories.retrievability),
        "calibration": _calibration(told.calibration),
        "topics": [_topic(topic) for topic in told.topics],
    }


def _date(day: int) -> str:
    return date_of(day).isoformat()


def _recall(recall: Recall) -> dict[str, Any]:
    return {
        "answers": recall.answers,
        "recalled": recall.recalled,
        "retention": recall.share if recall.answers else None,
        "predicted": recall.foretold if recall.answers else None,
        "log_loss": recall.log_loss if recall.answers else None,
    }


def _histogram(histogram: Histogram) -> list[dict[str, Any]]:
    return [{"from": low, "cards": cards} for low, cards in zip(histogram.lows, histogram.cards, strict=True)]


def _calibration(calibration: Calibration) -> dict[str, Any]:
    width = 1 / len(calibration.bins)
    bins = [
        {"from": round(place * width, 4), **_recall(one)}
        for place, one in enumerate(calibration.bins)
        if one.answers
    ]
    return {**_recall(calibration.total), "rmse": calibration.rmse, "bins": bins}


def _topic(topic: TopicStatistics) -> dict[str, Any]:
    return {
        "topic": topic.topic,
        "cards": topic.cards,
        "studied": topic.studied,
        "answers": topic.answers,
        "ms": topic.ms,
        "mastery": topic.mastery,
        **{name: value for name, value in _recall(topic.recall).items() if name != "answers"},
        "asked_again": topic.recall.answers,
    }
