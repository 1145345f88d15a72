package dev.groundswell.core.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactTest {

    @Nested
    class APhone {

        @ParameterizedTest
        @CsvSource({
            "+8613727494530, CN, +8613727494530",
            "137 2749 4530, CN, +8613727494530",
            "13727494530, CN, +8613727494530",
            "0086-137-2749-4530, CN, +8613727494530",
            "(11) 98765-4321, BR, +5511987654321"
        })
        void isReadAsPeopleWriteIt(String written, String country, String e164) {
            assertThat(Phone.parse(written, country)).contains(new Phone(e164));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "137****4530", "no phone", "12"})
        void thatIsMaskedOrNoneIsMissing(String written) {
            assertThat(Phone.parse(written, "CN")).isEmpty();
        }

        @Test
        void withoutACountryIsReadIfItNamesItsOwn() {
            assertThat(Phone.parse("13727494530", null)).isEmpty();
            assertThat(Phone.parse("+86 137 2749 4530", null)).contains(new Phone("+8613727494530"));
        }

        @Test
        void isMaskedInLogsAndForViewers() {
            assertThat(new Phone("+8613727494530")).hasToString("Phone[+8613*******30]");
            assertThat(new Phone("+1234567").masked()).isEqualTo("+1234*67");
        }
    }

    @Nested
    class AnEmail {

        @Test
        void keepsItsNameAndLowersItsDomain() {
            assertThat(Email.parse(" Wang.Fang@QQ.com ")).contains(new Email("Wang.Fang@qq.com"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "a", "a@b", "@qq.com", "a b@qq.com", "w***@qq.com", "a@qq..com", "a@@qq.com"})
        void thatIsMaskedOrNoneIsMissing(String written) {
            assertThat(Email.parse(written)).isEmpty();
        }

        @Test
        void isMaskedInLogsAndForViewers() {
            assertThat(new Email("wang@qq.com")).hasToString("Email[w***@qq.com]");
        }
    }
}
