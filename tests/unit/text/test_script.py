import pytest
from hypothesis import given
from hypothesis import strategies as st

from sctui.text.script import Script, show

# what a source may say, and what a reader in Taiwan sees
TAIWAN = """
干细胞 幹細胞|干細胞 幹細胞|好比干細胞 好比幹細胞|造血幹細胞 造血幹細胞
骨干 骨幹|动脉干 動脈幹|干预 干預|干扰素 干擾素
若干 若干|口干眼干 口乾眼乾|皮肤干燥 皮膚乾燥|干燥综合征 乾燥綜合徵|冻干 凍乾|干细胞干性 幹細胞幹性
维持干性 維持幹性
炎癥 炎症|癥狀 症狀|并發癥 併發症|综合征 綜合徵|表征 表徵|特征 特徵|征服 征服
巨细胞病毒 巨細胞病毒|巨噬细胞 巨噬細胞|艰巨 艱鉅
報告了如何 報告了如何|提供了解決方案 提供了解決方案|了解 了解|了如指掌 瞭如指掌|明了 明瞭
释放并发挥 釋放並發揮|并发生肺炎 並發生肺炎|并发症 併發症|合并 合併|并且 並且
类风湿 類風濕|类風溼 類風濕|湿疹 濕疹|污染 污染|分布 分布|发布 發布
雜志 雜誌|标志物 標誌物|志愿者 志願者|意志 意志
制備 製備|制剂 製劑|抑制 抑制|机制 機制
联系 聯繫|关系 關係|系統 系統|肠系膜 腸繫膜
术后 術後|皇后 皇后|5天后 5天後|12周后 12週後|预后 預後
复发 復發|复杂 複雜|恢复 恢復|重复 重複|答复 答覆|复层上皮 複層上皮
10只小鼠 10隻小鼠|只有 只有|10只有 10只有|两只眼 兩隻眼
12周 12週|每周 每週|外周血 外周血|12周岁 12週歲|细胞周期 細胞週期
骨质疏松 骨質疏鬆|松弛 鬆弛|松树 松樹|地塞米松 地塞米松|松质骨 鬆質骨
缓冲 緩衝|冲洗 沖洗|回顾 回顧|回归 迴歸|其余 其餘|批准 批准|标准 標準|采集 採集|风采 風采
面粉 麵粉|表面 表面|里程碑 里程碑|这里 這裡|细胞里 細胞裡|发育 發育|脱发 脫髮|感染发生率 感染發生率
谷氨酸 穀氨酸|谷胱甘肽 穀胱甘肽|山谷 山谷|前列腺素 前列腺素|激活 激活|杆菌 桿菌|视杆细胞 視桿細胞
治愈 治癒|愈合 癒合|愈发 愈發|折叠 摺疊|骨折 骨折|随着 隨著|顯著 顯著|肝脏 肝臟|淀粉样 澱粉樣
"""
HONG_KONG = """
临床 臨床|群体 群體|随着 隨着|显著 顯著|分布 分佈|幹細胞 幹細胞|类风湿 類風濕
这里 這裏|面粉 麵粉|干细胞 幹細胞
"""
SIMPLIFIED = """
幹細胞 干细胞|炎癥 炎症|於 于|隨著 随着|意味著 意味着|顯著 显著|著名 著名|聯繫 联系|乾燥 干燥|干细胞 干细胞
"""


def _pairs(table: str) -> list[list[str]]:
    return [pair.split(" ") for line in table.split("\n") for pair in line.split("|") if pair]


@pytest.mark.parametrize(("written", "shown"), _pairs(TAIWAN))
def test_taiwan(written: str, shown: str) -> None:
    assert show(written, Script.TAIWAN) == shown


@pytest.mark.parametrize(("written", "shown"), _pairs(HONG_KONG))
def test_hong_kong(written: str, shown: str) -> None:
    assert show(written, Script.HONG_KONG) == shown


@pytest.mark.parametrize(("written", "shown"), _pairs(SIMPLIFIED))
def test_simplified(written: str, shown: str) -> None:
    assert show(written, Script.SIMPLIFIED) == shown


@pytest.mark.parametrize("script", Script)
@pytest.mark.parametrize("text", ["", "MSC-derived IL-10", "1×10⁷ cells/kg", "5 µm", "[bold]x[/]"])
def test_text_without_han_is_untouched(text: str, script: Script) -> None:
    assert show(text, script) == text


def test_as_written_keeps_everything() -> None:
    assert show("干細胞,炎癥", Script.AS_WRITTEN) == "干細胞,炎癥"


@pytest.mark.parametrize("script", [Script.SIMPLIFIED, Script.TAIWAN, Script.HONG_KONG])
@given(text=st.text(alphabet=st.sampled_from("干细胞幹細胞了解并发后12 \n\0\ud800ab周只著顯"), max_size=30))
def test_length_is_kept_and_twice_is_once(script: Script, text: str) -> None:
    once = show(text, script)
    assert len(once) == len(text)
    assert show(show(once, Script.SIMPLIFIED), script) == show(once, script)


def test_following_goes_round_all() -> None:
    seen, script = [], Script.AS_WRITTEN
    for _ in Script:
        seen.append(script)
        script = script.following
    assert seen == list(Script)
    assert script is Script.AS_WRITTEN
