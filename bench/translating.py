"""Measures our engine next to argostranslate's own way, on the same sentences with the same package.

Theirs is `argostranslate.translate.apply_packaged_translation`, repeated here call by call with the
tokenizer of its package and the settings of its `settings` module: a sentence at a time, beam size 4,
batches of 32 tokens, number of threads left to CTranslate2; and once more with one thread. It is not
imported, since that loads PyTorch and Stanza; its search for sentence ends is left out, which is in its
favour. The package is Chinese to English (OPUS-MT), the one tests use.

Each measurement has a process of its own and starts when the model is loaded and warm. Nothing is
asserted; compare the figures of one run with each other.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import mean
from typing import Any

from generator.model import Language
from generator.translate.argos import ArgosEngine
from generator.translate.packages import find_package, install_file
from tests.models import fetch_model

ROOT = Path(__file__).parents[1]
COMPARED = 200
"""Sentences both translate. Ours gains with their number: more of them have the same length."""
SIZES = (200, 2000)
"""Sentences ours translates, to see how time and memory grow."""
FASTER, IDENTICAL = 5.0, 0.99
"""What is aimed at: how many times faster, and the share of sentences with the same text."""
COSTS = ("seconds", "cpu")
OURS, THEIRS, THEIRS_ALONE = "ours", "argostranslate's way", "the same, one thread"

WHEN = (
    "星期一 星期三上午 上周末 本月初 去年十二月 2023年 10月14日至17日 当地时间周五晚 会谈结束后 "
    "在建交七十五周年之际 数月以来 周二傍晚"
).split()
WHO = (
    "中国国防部发言人 俄罗斯国防部长 两国海军 一名不愿透露姓名的官员 中俄两国元首 俄方代表团 北京的分析人士 "
    "太平洋舰队司令 参加演习的士兵 外交部副部长 上海合作组织秘书长 几家西方媒体"
).split()
WHAT = (
    "在记者会上表示，双方将继续加强战略协作 在日本海水域举行了为期四天的联合演习 "
    "签署了关于边境地区相互信任的协定 强调这次巡航不针对任何第三方 没有回答有关军售数量的问题 "
    "同意每年举行两次参谋部磋商 "
    "通过视频连线讨论了地区安全形势 呼吁有关国家停止在亚太地区部署中程导弹 参观了一艘新型护卫舰和一座造船厂 "
    "批评美国的制裁损害了正常的贸易往来 宣布增加对军事院校学员交流的投入 在莫斯科郊外的靶场观看了实弹射击 "
    "否认向冲突任何一方提供武器 共同庆祝睦邻友好合作条约签署二十周年 提出在今年秋天再进行一次空中联合巡逻 "
    "对朝鲜半岛局势表示严重关切 向遇难者家属表示慰问 将这份文件称为两国关系的里程碑 "
    "派出六架飞机和三艘舰艇参加救援训练 拒绝就报道内容发表评论"
).split()
THEN = (
    "但具体日期尚未公布 这已经是第三轮谈判 预计明年春天投入使用 费用由双方平均分担 当地居民没有受到影响 "
    "专家认为其意义主要是象征性的 天气原因使活动推迟了两天 有关细节将由工作组商定 此前双方从未公开谈论过此事 "
    "参加人数比上一次增加了百分之三十 联合国秘书长对此表示欢迎 没有人在事故中受伤 "
    "下一次会晤定于六月在北京举行 邻国对此密切关注 这一数字无法得到独立证实 演习的代号仍然是“海上联合”"
).split()


def make_sentences(count: int, seed: int = 1, alike: bool = False) -> list[str]:
    """Make different sentences of about 20 tokens from the clauses above; the same for the same seed.

    Those that are alike have the same number of characters, and nearly the same of tokens.
    """
    if alike:
        by_length: dict[int, list[str]] = defaultdict(list)
        for sentence in make_sentences(40 * count, seed):
            by_length[len(sentence)].append(sentence)
        return max(by_length.values(), key=len)[:count]
    chance = random.Random(seed)
    sentences: dict[str, None] = {}
    while len(sentences) < count:
        when = f"{chance.choice(WHEN)}，" if chance.random() < 0.6 else ""
        more = [chance.choice(THEN) for share in (0.5, 0.2) if chance.random() < share]
        clauses = "，".join([f"{when}{chance.choice(WHO)}{chance.choice(WHAT)}", *more])
        sentences[f"{clauses}。"] = None
    return list(sentences)


def main() -> int:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.translating", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="sentences ours translates")
    parser.add_argument("--compared", type=int, default=COMPARED, help="sentences both translate")
    parser.add_argument("--only-ours", action="store_true", help="leave the comparison out")
    parser.add_argument(
        "--alike", action="store_true", help="sentences of one length, as ours gains most from"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="chronology-bench-") as folder:
        os.environ["ARGOS_PACKAGES_DIR"] = folder
        install_file(fetch_model())
        print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
        _print_row("sentences", "way", "seconds", "CPU s", "a second", "peak MB")
        theirs = None if options.only_ours else _compare(options.compared, options.alike)
        for size in sorted(options.sizes):
            ours = _run(OURS, size, options.alike)
            if theirs:
                # Theirs takes each sentence alone, so that its time for one does not depend on how many.
                ratio, work = (theirs[cost] / options.compared / (ours[cost] / size) for cost in COSTS)
                print(f"At {size:,}, a sentence takes {ratio:.1f} times less, {work:.1f} times less CPU time")
    print(f"load at the end {os.getloadavg()[0]:.1f}")
    return 0


def _compare(count: int, alike: bool) -> dict[str, Any]:
    """Run ours before and after theirs, since what else the machine does hits both; return theirs."""
    first, theirs, second = (_run(way, count, alike) for way in (OURS, THEIRS, OURS))
    _run(THEIRS_ALONE, count, alike)
    ratio, work = (theirs[cost] / mean([first[cost], second[cost]]) for cost in COSTS)
    pairs = zip(first["texts"], theirs["texts"], strict=True)
    same = sum(ours == other for ours, other in pairs) / count
    met = "met" if ratio >= FASTER and same >= IDENTICAL else "NOT met"
    print(
        f"Ours is {ratio:.1f} times faster, with {work:.1f} times less CPU time; {same:.1%} identical; "
        f"aim {FASTER:.0f} times, {IDENTICAL:.0%}: {met}"
    )
    return theirs


def _run(way: str, size: int, alike: bool) -> dict[str, Any]:
    command = [sys.executable, "-m", "bench.translating", "--measure", way, str(size), str(int(alike))]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    cost: dict[str, Any] = json.loads(done.stdout)
    figures = (f"{cost['seconds']:.1f}", f"{cost['cpu']:.1f}", f"{size / cost['seconds']:.1f}")
    _print_row(f"{size:,}", way, *figures, f"{cost['peak_mb']:.0f}")
    return cost


def _print_row(size: str, way: str, *figures: str) -> None:
    print(f"{size:>9} | {way:<20} | " + " | ".join(f"{figure:>8}" for figure in figures), flush=True)


def _measure(way: str, size: int, alike: bool) -> None:
    """Translate in this process and print what it cost, as JSON."""
    package = find_package(Language("zh"), Language("en"))
    ways = {OURS: _ours, THEIRS: _theirs, THEIRS_ALONE: partial(_theirs, threads=1)}
    translate = ways[way](package)
    translate(make_sentences(8, seed=2))
    sentences = make_sentences(size, alike=alike)
    started, cpu = time.perf_counter(), time.process_time()
    texts = translate(sentences)
    cost = {"seconds": time.perf_counter() - started, "cpu": time.process_time() - cpu}
    unit = 1 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6
    print(json.dumps({**cost, "peak_mb": peak, "texts": texts}))


def _ours(package: Any) -> Callable[[list[str]], list[str]]:
    engine = ArgosEngine(package)
    return lambda sentences: [translation.text for translation in engine.translate(sentences)]


def _theirs(package: Any, threads: int | None = None) -> Callable[[list[str]], list[str]]:
    import ctranslate2
    from argostranslate import settings
    from argostranslate.package import Package

    theirs = Package(package.folder)
    translator = ctranslate2.Translator(
        str(package.folder / "model"),
        device=settings.device,
        inter_threads=settings.inter_threads,
        intra_threads=threads or settings.intra_threads,
        compute_type=settings.compute_type,
    )
    return lambda sentences: [_their_sentence(theirs, translator, settings, one) for one in sentences]


def _their_sentence(package: Any, translator: Any, settings: Any, sentence: str) -> str:
    (result,) = translator.translate_batch(
        [package.tokenizer.encode(sentence)],
        target_prefix=[[package.target_prefix]] if package.target_prefix else None,
        replace_unknowns=True,
        max_batch_size=settings.batch_size,
        batch_type="tokens",
        beam_size=max(1, settings.beam_size),
        num_hypotheses=1,
        length_penalty=0.2,
        return_scores=True,
    )
    text: str = package.tokenizer.decode(result.hypotheses[0])
    return text.removeprefix(package.target_prefix).removeprefix(" ")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        _measure(sys.argv[2], int(sys.argv[3]), sys.argv[4] == "1")
    else:
        sys.exit(main())
