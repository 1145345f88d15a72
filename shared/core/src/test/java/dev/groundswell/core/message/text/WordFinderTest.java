package dev.groundswell.core.message.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.message.text.WordFinder.Hit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WordFinderTest {

    private static WordFinder finder(String... words) {
        return new WordFinder(Arrays.stream(words)
                .map(word -> new SensitiveWord(word, "It is on the list."))
                .toList());
    }

    private static List<String> found(WordFinder finder, String text) {
        return finder.find(text).stream().map(hit -> hit.word().text()).toList();
    }

    private static List<String> pieces(WordFinder finder, String text) {
        return finder.find(text).stream()
                .map(hit -> text.substring(hit.start(), hit.end()))
                .toList();
    }

    @Nested
    class AWord {

        @Test
        void isFoundWhereverItStands() {
            assertThat(finder("最佳").find("最佳，还是最佳")).extracting(Hit::start).containsExactly(0, 5);
        }

        @Test
        void isFoundWithinAndBesideOthers() {
            assertThat(found(finder("第一", "全国第一", "一品", "第一品牌"), "全国第一品牌"))
                    .containsExactlyInAnyOrder("全国第一", "第一", "一品", "第一品牌");
        }

        @Test
        void isFoundThoughWhatIsPutBetweenItsCharacters() {
            assertThat(pieces(finder("最佳"), "最 佳 最\u200B佳 最　佳")).containsExactly("最 佳", "最\u200B佳", "最　佳");
        }

        @Test
        void isFoundInAnyWidthAndCase() {
            assertThat(pieces(finder("vip1"), "ＶＩＰ１ Vip1")).containsExactly("ＶＩＰ１", "Vip1");
        }

        @Test
        void ofLatinLettersIsFoundAsAWholeOnly() {
            assertThat(pieces(finder("best"), "bestow the best, 最best BEST1 _best"))
                    .containsExactly("best", "best");
        }

        @Test
        void mayHaveBlanks() {
            assertThat(pieces(finder("number one"), "The Number One!")).containsExactly("Number One");
        }
    }

    @Nested
    class AListWithoutWords {

        @Test
        void findsNothing() {
            assertThat(finder().find("最佳")).isEmpty();
        }
    }

    @Property(tries = 300)
    void findsWhatLookingForEachWordAloneFinds(@ForAll("words") Set<String> words, @ForAll("texts") String text) {
        var expected = new HashSet<List<Object>>();
        for (var word : words) {
            for (var at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
                expected.add(List.of(word, at, at + word.length()));
            }
        }

        var found = finder(words.toArray(String[]::new)).find(text).stream()
                .map(hit -> List.<Object>of(hit.word().text(), hit.start(), hit.end()))
                .collect(Collectors.toSet());

        assertThat(found).isEqualTo(expected);
    }

    @Provide
    Arbitrary<Set<String>> words() {
        return chinese(1, 4).set().ofMaxSize(8);
    }

    @Provide
    Arbitrary<String> texts() {
        return chinese(0, 40);
    }

    /** Of three characters, so that words lie within each other. */
    private static Arbitrary<String> chinese(int min, int max) {
        return Arbitraries.strings().withChars('最', '佳', '好').ofMinLength(min).ofMaxLength(max);
    }
}
