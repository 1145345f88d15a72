package dev.groundswell.core.message.receipt;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What people answer who want no more messages. */
final class Answers {

    /** The carriers' words in China and in English, and what people write instead. */
    private static final Set<String> WAYS_OUT = Set.of(
            "R",
            "T",
            "TD",
            "N",
            "STOP",
            "STOPALL",
            "UNSUBSCRIBE",
            "CANCEL",
            "END",
            "QUIT",
            "OPTOUT",
            "REVOKE",
            "退订",
            "退",
            "拒收",
            "取消",
            "取消订阅",
            "不要再发",
            "别发了",
            "TD退订",
            "T退订",
            "R退订",
            "退订TD",
            "退订T",
            "退订R",
            "拒收R",
            "回复R",
            "回R",
            "回T",
            "回TD");

    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{P}\\p{S}]+");

    private Answers() {}

    /** Whatever the case, the width of the letters, and what stands around them: {@code 【ｔｄ】。} is {@code TD}. */
    static boolean isOptOut(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        return WAYS_OUT.contains(BETWEEN.matcher(plain).replaceAll(""));
    }
}
