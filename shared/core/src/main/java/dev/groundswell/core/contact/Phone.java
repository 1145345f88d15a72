package dev.groundswell.core.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A phone number in E.164, e.g. {@code +8613727494530}. */
public record Phone(String e164) implements Address {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    /** Digits and what people put between them. The library also reads letters and stars, and so a masked number as another. */
    private static final Pattern WRITTEN = Pattern.compile("[\\p{Nd}+\uFF0B()\uFF08\uFF09\\s./\\p{Pd}]+");

    public Phone {
        if (!E164.matcher(e164).matches()) {
            throw new IllegalArgumentException("A phone number is kept in E.164, e.g. +8613800138000.");
        }
    }

    /**
     * Reads a number as people and platforms write it.
     *
     * @param country ISO 3166 code of the country whose national form is meant where the number names none
     * @return empty if it is masked, or not a possible number
     */
    public static Optional<Phone> parse(String written, @Nullable String country) {
        var plain = written.strip();
        if (E164.matcher(plain).matches()) {
            return Optional.of(new Phone(plain));
        }
        return WRITTEN.matcher(plain).matches() ? Parser.parse(plain, country) : Optional.empty();
    }

    /** Apart, so that the library's tables are loaded only for the first number that is not in E.164 yet. */
    private static final class Parser {

        private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

        static Optional<Phone> parse(String written, @Nullable String country) {
            try {
                var number = NUMBERS.parse(written, country);
                return NUMBERS.isPossibleNumber(number)
                        ? Optional.of(new Phone(NUMBERS.format(number, PhoneNumberFormat.E164)))
                        : Optional.empty();
            } catch (NumberParseException notANumber) {
                return Optional.empty();
            }
        }
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public String text() {
        return e164;
    }

    /** Never a number in a log. */
    @Override
    public String toString() {
        return "Phone[" + masked() + "]";
    }

    /** All but the first five and the last two characters hidden: {@code +8613*******30}. */
    @Override
    public String masked() {
        return e164.substring(0, 5) + "*".repeat(e164.length() - 7) + e164.substring(e164.length() - 2);
    }
}
