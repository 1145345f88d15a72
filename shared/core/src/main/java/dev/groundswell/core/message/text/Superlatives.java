package dev.groundswell.core.message.text;

import java.util.List;
import java.util.stream.Stream;

/**
 * Words that China's advertising law forbids, in article 9 (3): the three that it names, and others that say the same. A list of
 * our own, short and not complete; a store adds its own words and allows others, as where one is part of a brand's name.
 */
final class Superlatives {

    private static final String NAMED = "Article 9 (3) of the advertising law forbids this word by name.";
    private static final String ALIKE =
            "It says that nothing is better, which article 9 (3) of the advertising law forbids.";

    static final List<SensitiveWord> ALL = Stream.concat(
                    words(NAMED, "国家级", "最高级", "最佳"),
                    words(
                            ALIKE, "世界级", "宇宙级", "顶级", "极品", "至尊", "最好", "最优", "最强", "最大", "最低价", "最便宜", "最先进", "最新科技",
                            "全国第一", "全网第一", "销量第一", "排名第一", "行业第一", "第一品牌", "全网最低", "史上最低", "独一无二", "绝无仅有", "前所未有",
                            "万能", "100%有效"))
            .toList();

    private Superlatives() {}

    private static Stream<SensitiveWord> words(String reason, String... texts) {
        return Stream.of(texts).map(text -> new SensitiveWord(text, reason));
    }
}
