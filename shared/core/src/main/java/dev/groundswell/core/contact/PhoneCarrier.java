package dev.groundswell.core.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToCarrierMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The carrier that a number's prefix was given to, by its English name, e.g. {@code China Mobile}. Numbers can be moved to
 * another carrier, so it is a hint. A virtual operator's numbers have the name of its host.
 */
public final class PhoneCarrier {

    private static final String CHINA = "+86";

    /** Chinese prefixes that the library's tables have no carrier for. */
    private static final Map<String, String> MISSING_IN_CHINA =
            Map.of("162", "China Telecom", "165", "China Mobile", "1349", "China Telecom");

    private PhoneCarrier() {}

    /** Empty where the number's country has no such prefixes, or none that is known. */
    public static Optional<String> of(Phone phone) {
        var name = Tables.name(phone.e164());
        return name.isEmpty() ? missing(phone.e164()) : Optional.of(name);
    }

    private static Optional<String> missing(String e164) {
        if (!e164.startsWith(CHINA)) {
            return Optional.empty();
        }
        return MISSING_IN_CHINA.entrySet().stream()
                .filter(prefix -> e164.startsWith(prefix.getKey(), CHINA.length()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Apart, so that they are loaded only for the first number. */
    private static final class Tables {

        private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
        private static final PhoneNumberToCarrierMapper CARRIERS = PhoneNumberToCarrierMapper.getInstance();

        static String name(String e164) {
            try {
                return CARRIERS.getNameForValidNumber(NUMBERS.parse(e164, null), Locale.ENGLISH);
            } catch (NumberParseException unknownCountry) {
                return "";
            }
        }
    }
}
