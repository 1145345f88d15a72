package dev.groundswell.core.format;

import dev.groundswell.core.contact.Email;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names, phones and addresses of people, which platforms mask or encrypt: what is masked is as good as missing. */
final class Personal {

    /** Longer ones are no name and no address. */
    private static final int MAX_LENGTH = 254;

    /** Digits and what people put between them; the letters of 555-SHIP are nobody's number. */
    private static final Pattern PHONE = Pattern.compile("\\+?[\\p{Nd}()（）\\s./\\p{Pd}]{5,40}");

    private static final int MIN_DIGITS = 5;

    private Personal() {}

    /** The text unless it is missing, masked or encrypted. */
    static @Nullable String name(@Nullable String written) {
        return written == null || written.length() > MAX_LENGTH || isMasked(written) ? null : written;
    }

    /** The first that can be a phone number. */
    static @Nullable String phone(@Nullable String... written) {
        for (var phone : written) {
            if (phone != null && isPhone(phone)) {
                return phone;
            }
        }
        return null;
    }

    private static boolean isPhone(String written) {
        return PHONE.matcher(written).matches()
                && written.chars().filter(Character::isDigit).count() >= MIN_DIGITS;
    }

    /** The first that has the form of an e-mail address. */
    static @Nullable String email(@Nullable String... written) {
        for (var email : written) {
            if (email != null && Email.parse(email).isPresent()) {
                return email;
            }
        }
        return null;
    }

    /** Stars, or between the tildes and dollar signs of Taobao's encryption. */
    static boolean isMasked(String written) {
        return written.indexOf('*') >= 0 || isBetween(written, '~') || isBetween(written, '$');
    }

    private static boolean isBetween(String written, char mark) {
        return written.length() >= 2 && written.charAt(0) == mark && written.charAt(written.length() - 1) == mark;
    }
}
