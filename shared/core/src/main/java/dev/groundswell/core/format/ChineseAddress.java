package dev.groundswell.core.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Province and city of an address as Chinese platforms write it: {@code 广东省 广州市 越秀区 …}. Nothing else of it is kept,
 * so that no street or house gets into a region.
 *
 * @param province as written, e.g. {@code 广东省} or {@code 上海}
 */
record ChineseAddress(@Nullable String province, @Nullable String city) {

    private static final ChineseAddress UNKNOWN = new ChineseAddress(null, null);

    /** Provinces, municipalities, autonomous and special regions, by the words that each begins with. */
    private static final List<String> PROVINCES = List.of(
            "北京", "天津", "河北", "山西", "内蒙古", "辽宁", "吉林", "黑龙江", "上海", "江苏", "浙江", "安徽", "福建", "江西", "山东", "河南", "湖北",
            "湖南", "广东", "广西", "海南", "重庆", "四川", "贵州", "云南", "西藏", "陕西", "甘肃", "青海", "宁夏", "新疆", "台湾", "香港", "澳门");

    /** The longest name of a province, 新疆维吾尔自治区, has eight characters; of a prefecture, 15. */
    private static final int MAX_PROVINCE = 8;

    private static final int MAX_CITY = 15;

    static ChineseAddress of(@Nullable String written) {
        if (written == null) {
            return UNKNOWN;
        }
        var words = written.strip().split("\\s+", 3);
        var province = words[0];
        if (province.length() > MAX_PROVINCE || PROVINCES.stream().noneMatch(province::startsWith)) {
            return UNKNOWN;
        }
        return new ChineseAddress(province, words.length > 1 && isCity(words[1]) ? words[1] : null);
    }

    private static boolean isCity(String word) {
        return word.length() <= MAX_CITY && word.chars().noneMatch(c -> Character.isDigit(c) || c == '*');
    }
}
