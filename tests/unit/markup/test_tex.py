"""Formulas for where nothing can be typeset."""

from __future__ import annotations

import pytest

from sctui.markup.tex import in_unicode


@pytest.mark.parametrize(
    ("tex", "shown"),
    [
        (r"\alpha+\beta \le \gamma", "α+β≤γ"),
        (r"x^{10}_i", "x¹⁰ᵢ"),
        (r"10^{-6}\,\mathrm{mol/L}", "10⁻⁶ mol/L"),
        (r"H_2O", "H₂O"),
        (r"HCO_3^-", "HCO₃⁻"),
        (r"\frac{a+b}{c}", "(a+b)/c"),
        (r"\frac{\frac{a}{b}}{2}", "(a/b)/2"),
        (r"\sqrt{x^2+1}", "√(x²+1)"),
        (r"\sum_{i=1}^{n} x_i", "∑ᵢ₌₁ⁿ xᵢ"),
        (r"\operatorname{Var}(X) = \{1, 2\}", "Var(X) = {1, 2}"),
        (r"e^{-\lambda t}", "e^(-λt)"),
        (r"x^{2^{3}}", "x^(2³)"),
        (r"\text{if } p<0.05", "if p<0.05"),
        (r"37^\circ\mathrm{C}", "37°C"),
    ],
)
def test_formulas_in_unicode(tex: str, shown: str) -> None:
    assert in_unicode(tex).replace(" ≤", "≤") == shown


@pytest.mark.parametrize("tex", [r"\frac{a", "{" * 400, r"\input{/etc/passwd}", "x^2" * 1000, "}"])
def test_what_cannot_be_read_stays_as_it_is_written(tex: str) -> None:
    assert in_unicode(tex) == tex
