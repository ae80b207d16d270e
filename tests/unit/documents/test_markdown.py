from collections.abc import Callable

from sctui.model.document import Document, Language, LineKind

TEXT = """---
title: 细胞与卵巢
language: zh-Hans
---
# 细胞与卵巢

一段引言,没有更多内容

短行不是标题

下一段。

## 机制 ##

1. 抗凋亡:减少颗粒细胞的凋亡。
2. 抗炎

```
# 注释不是标题
```

###

空标题下面的一段。

## 参考文献

1. 某人. 某文. 2020;1:2.
"""


def test_only_marks_make_headings(document_of: Callable[[str], Document]) -> None:
    document = document_of(TEXT)
    assert document.language is Language.SIMPLIFIED
    assert document.metadata["title"] == "细胞与卵巢"
    kinds = {line.number: line.kind for line in document.lines}
    assert [n for n, kind in kinds.items() if kind is LineKind.HEADING] == [5, 13]
    assert [n for n, kind in kinds.items() if kind is LineKind.FRONT_MATTER] == [1, 2, 3, 4]
    assert [n for n, kind in kinds.items() if kind is LineKind.REFERENCE] == [26, 28]
    assert kinds[22] is LineKind.BLANK
    assert (kinds[9], kinds[15], kinds[16]) == (LineKind.PARAGRAPH, LineKind.RUN_IN, LineKind.NUMBERED)
    assert not kinds[19].carries_facts
