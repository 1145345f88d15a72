package dev.groundswell.core.message.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.message.text.SmsLength.Encoding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsLengthTest {

    private static final Phone CHINESE = new Phone("+8613727494530");
    private static final Phone AMERICAN = new Phone("+12025550123");

    @Nested
    class InChina {

        @ParameterizedTest
        @CsvSource({"1, 1", "68, 1", "70, 1", "71, 2", "134, 2", "135, 3", "150, 3", "160, 3", "500, 8", "600, 9"})
        void seventyCharactersAreOnePartAndEachOfMoreHasSixtySeven(int characters, int parts) {
            assertThat(SmsLength.of("促".repeat(characters), CHINESE))
                    .isEqualTo(new SmsLength(Encoding.CHINA, characters, parts));
        }

        @Test
        void everyCharacterCountsOneOfWhateverWidth() {
            assertThat(SmsLength.inChina("【华为云】").units()).isEqualTo(5);
            assertThat(SmsLength.inChina("a1 ，€").units()).isEqualTo(5);
        }
    }

    @Nested
    class Abroad {

        @ParameterizedTest
        @CsvSource({"160, 1", "161, 2", "306, 2", "307, 3", "350, 3"})
        void latinTextHasSeptets(int characters, int parts) {
            assertThat(SmsLength.of("x".repeat(characters), AMERICAN))
                    .isEqualTo(new SmsLength(Encoding.GSM_7, characters, parts));
        }

        @Test
        void theExtensionTablesCharactersCountTwo() {
            assertThat(SmsLength.abroad("^{}\\[]~|€").units()).isEqualTo(18);
            assertThat(SmsLength.abroad("x".repeat(159) + "€").parts()).isEqualTo(2);
        }

        @Test
        void anEscapedCharacterIsNotCutInTwo() {
            assertThat(SmsLength.abroad("x".repeat(152) + "€" + "x".repeat(152)).parts())
                    .isEqualTo(3);
        }

        @Test
        void oneLetterThatGsmHasNotMakesItAllUcs2() {
            var text = "John: Your appointment with Dr. Salazar’s office is scheduled for next Thursday at 4:30pm."
                    + " Reply YES to confirm, NO to reschedule.";

            assertThat(SmsLength.abroad(text)).isEqualTo(new SmsLength(Encoding.UCS_2, 130, 2));
        }

        @Test
        void aSurrogatePairIsNotCutInTwo() {
            assertThat(SmsLength.abroad("x".repeat(66) + "🎁" + "x".repeat(66)).parts())
                    .isEqualTo(3);
            assertThat(SmsLength.abroad("x".repeat(67) + "🎁" + "x".repeat(65)).parts())
                    .isEqualTo(2);
        }
    }

    @Nested
    class PublishedExamples {

        private static final Pattern WITH_TEXT = Pattern.compile(
                "\\{\"text\":\"([^\"]*)\",\"encoding\":\"(GSM|UCS2)\",\"parts\":(\\d+),\"chars_doc\":(\\d+)");

        @Test
        void areCountedAsTheirPublishersCountThem() throws IOException {
            var oracles = Path.of(
                    System.getProperty("groundswell.root"), "..", "shared", "data", "sms", "length_oracles.json");
            assumeThat(oracles).as("the published examples").exists();

            var example = WITH_TEXT.matcher(Files.readString(oracles));

            assertThat(example.results()).hasSize(3).allSatisfy(found -> {
                var length = SmsLength.abroad(found.group(1));
                assertThat(length.encoding()).isEqualTo(found.group(2).equals("GSM") ? Encoding.GSM_7 : Encoding.UCS_2);
                assertThat(length.parts()).isEqualTo(Integer.parseInt(found.group(3)));
            });
        }
    }

    @Property(tries = 200)
    void partsHoldTheTextAndNotMuchMore(@ForAll @StringLength(max = 1_000) String text) {
        var length = SmsLength.abroad(text);
        var encoding = length.encoding();

        assertThat(length.parts() == 1).isEqualTo(length.units() <= encoding.single());
        if (length.parts() > 1) {
            assertThat(length.units()).isLessThanOrEqualTo(length.parts() * encoding.segment());
            assertThat(length.units()).isGreaterThan((length.parts() - 1) * (encoding.segment() - 1));
        }
    }
}
