"""Readings of Chinese characters, to recognise pinyin that a web page put behind them: `機(jī)制`.

The 3,755 everyday characters of GB 2312 stand in the order of their readings; where each reading begins is
all that has to be known. Second readings of common characters are listed, rare characters have none: a
package with every reading (pypinyin) would weigh 4 MB for the same judgement.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from functools import cache

from sctui.text.match_view import match_view

# each reading with the first everyday character that has it, in the order of GB 2312
_FIRST = """
a啊 ai埃 an鞍 ang肮 ao凹 ba芭 bai白 ban斑 bang邦 bao苞 bei杯 ben奔 beng崩 bi逼 bian鞭 biao标 bie鳖
bin彬 bing兵 bo玻 bu捕 ca擦 cai猜 can餐 cang苍 cao操 ce厕 ceng层 cha插 chai拆 chan搀 chang昌 chao超
che车 chen郴 cheng撑 chi吃 chong充 chou抽 chu初 chuai揣 chuan川 chuang疮 chui吹 chun春 chuo戳 ci疵
cong聪 cou凑 cu粗 cuan蹿 cui摧 cun村 cuo磋 da搭 dai呆 dan耽 dang当 dao刀 de德 deng蹬 di堤 dian颠
diao碉 die跌 ding丁 diu丢 dong东 dou兜 du督 duan端 dui堆 dun墩 duo掇 e蛾 en恩 er而 fa发 fan藩 fang坊
fei菲 fen芬 feng丰 fo佛 fou否 fu夫 ga噶 gai该 gan干 gang冈 gao篙 ge哥 gei给 gen根 geng耕 gong工
gou钩 gu辜 gua刮 guai乖 guan棺 guang光 gui瑰 gun辊 guo锅 ha哈 hai骸 han酣 hang夯 hao壕 he呵 hei嘿
hen痕 heng哼 hong轰 hou喉 hu呼 hua花 huai槐 huan欢 huang荒 hui灰 hun荤 huo豁 ji击 jia嘉 jian歼
jiang僵 jiao蕉 jie揭 jin巾 jing荆 jiong炯 jiu揪 ju鞠 juan捐 jue撅 jun均 ka喀 kai开 kan刊 kang康
kao考 ke坷 ken肯 keng坑 kong空 kou抠 ku枯 kua夸 kuai块 kuan宽 kuang匡 kui亏 kun坤 kuo括 la垃 lai莱
lan蓝 lang琅 lao捞 le勒 lei雷 leng棱 li厘 lia俩 lian联 liang粮 liao撩 lie列 lin琳 ling玲 liu溜
long龙 lou楼 lu芦 lv驴 luan峦 lve掠 lun抡 luo萝 ma妈 mai埋 man瞒 mang芒 mao猫 me么 mei玫 men门
meng萌 mi眯 mian棉 miao苗 mie蔑 min民 ming明 miu谬 mo摸 mou谋 mu拇 na拿 nai氖 nan南 nang囊 nao挠
ne呢 nei馁 nen嫩 neng能 ni妮 nian蔫 niang娘 niao鸟 nie捏 nin您 ning柠 niu牛 nong脓 nu奴 nv女 nuan暖
nve虐 nuo挪 o哦 ou欧 pa啪 pai拍 pan攀 pang乓 pao抛 pei呸 pen喷 peng砰 pi坯 pian篇 piao飘 pie撇 pin拼
ping乒 po坡 pu扑 qi期 qia掐 qian牵 qiang枪 qiao橇 qie切 qin钦 qing青 qiong琼 qiu秋 qu趋 quan圈 que缺
qun裙 ran然 rang瓤 rao饶 re惹 ren壬 reng扔 ri日 rong戎 rou揉 ru茹 ruan软 rui蕊 run闰 ruo若 sa撒
sai腮 san三 sang桑 sao搔 se瑟 sen森 seng僧 sha莎 shai筛 shan珊 shang墒 shao梢 she奢 shen砷 sheng声
shi师 shou收 shu蔬 shua刷 shuai摔 shuan栓 shuang霜 shui谁 shun吮 shuo说 si斯 song松 sou搜 su苏
suan酸 sui虽 sun孙 suo蓑 ta塌 tai胎 tan坍 tang汤 tao掏 te特 teng藤 ti梯 tian天 tiao挑 tie贴 ting厅
tong通 tou偷 tu凸 tuan湍 tui推 tun吞 tuo拖 wa挖 wai歪 wan豌 wang汪 wei威 wen瘟 weng嗡 wo挝 wu巫 xi昔
xia瞎 xian掀 xiang相 xiao萧 xie楔 xin薪 xing星 xiong兄 xiu休 xu墟 xuan轩 xue靴 xun勋 ya压 yan焉
yang殃 yao邀 ye椰 yi一 yin茵 ying英 yo哟 yong拥 you幽 yu迂 yuan鸳 yue曰 yun耘 za匝 zai栽 zan咱
zang赃 zao遭 ze责 zei贼 zen怎 zeng增 zha扎 zhai摘 zhan瞻 zhang樟 zhao招 zhe遮 zhen珍 zheng蒸 zhi芝
zhong中 zhou舟 zhu珠 zhua抓 zhuai拽 zhuan专 zhuang桩 zhui椎 zhun谆 zhuo捉 zi兹 zong鬃 zou邹 zu租
zuan钻 zui嘴 zun尊 zuo昨
"""
_SECOND = """
bo薄剥柏泊 ba伯 bi辟秘 bing屏 bao曝 pian便扁 pi辟否 ping凭 cang藏 cha差 chai差 ci差 cen参 can参
shen参什 chong重种 chu畜 chou臭 xiu臭宿 chao朝 cheng盛 chan单 shan单 dan石 tan弹 dai大 da大 de地得的
dei得 di的提地 diao调 tiao调 du都 duo度 dou读 fu佛脯 ge合葛个 gai芥 gui龟 jun龟 hang行 he和吓核喝
hai还咳 huan还 huo和 hu和核 hui会 kuai会 ji系给奇几稽济 qi奇 jia夹 jiang降强 xiang降 jiao校角觉嚼
jue角觉 jie解 xie血叶解 xue血削 xiao削校 ke壳咳 qiao壳 qia卡 ka卡 la落 lao落 le乐了 yue乐 liao了
lv率绿 shuai率 luo落 lu绿 ma抹 mo脉没模抹 mu模 mai脉 mei没 nian粘 zhan粘占 ning宁 nong弄 niao尿
sui尿 qian纤 xian纤 qing亲 qu曲 sai塞 se色塞 shai色 shi似识什殖食 si似 she折 zhe折着 sheng省盛乘
xing省行兴 shou熟 shu数属 shuo数说 shui说 ta拓 tuo拓 wei尾为遗 yi遗尾 xi系 xu畜 yan咽 ye咽 yao要约
ying应 yun晕 zai载 zang脏藏 ze择 zhai择侧 zeng曾 ceng曾 zha扎 za扎 zhang长涨 chang长 zhao着朝 zhuo着
zhi识殖 zhong重种中 zhu属术 zhuan传转 chuan传 zuo作 hua化划
"""
_RARE_SYLLABLES = {"dia", "nou", "shei", "nun", "den", "yai", "lo", "kei", "eng"}
_TONES = "\u0300\u0301\u0304\u0306\u030c"  # grave, acute, macron, breve (for the caron), caron
_LOOKALIKES = str.maketrans("ɑɡ", "ag")


def is_syllable(plain: str) -> bool:
    """Whether lower-case letters without tone marks (`v` for `ü`) are a syllable of Mandarin."""
    return plain in _boundaries()[2] or plain in _RARE_SYLLABLES


def without_tone(syllable: str) -> tuple[str, int]:
    """A syllable in plain letters, `v` for `ü`, and how many tone marks it had: `jī` gives `ji`, 1."""
    parts = unicodedata.normalize("NFD", syllable.translate(_LOOKALIKES)).replace("u\u0308", "v")
    marks = sum(char in _TONES for char in parts)
    return "".join(char for char in parts if char not in _TONES), marks


def readings(char: str) -> frozenset[str]:
    """The readings of a Chinese character in either script, plain; empty for rare characters."""
    simple = match_view(char)
    code = simple.encode("gb2312", errors="ignore")
    if len(code) != 2 or not 0xB0 <= code[0] <= 0xD7:
        return frozenset()
    codes, syllables, _ = _boundaries()
    return frozenset({syllables[bisect_right(codes, code) - 1]}) | _second().get(simple, frozenset())


@cache
def _boundaries() -> tuple[list[bytes], list[str], frozenset[str]]:
    entries = [(entry[-1].encode("gb2312"), entry[:-1]) for entry in _FIRST.split()]
    return (
        [code for code, _ in entries],
        [name for _, name in entries],
        frozenset(name for _, name in entries),
    )


@cache
def _second() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for entry in _SECOND.split():
        syllable = entry.rstrip("".join(char for char in entry if char > "\u3400"))
        for char in entry[len(syllable) :]:
            found.setdefault(char, set()).add(syllable)
    return {char: frozenset(names) for char, names in found.items()}
