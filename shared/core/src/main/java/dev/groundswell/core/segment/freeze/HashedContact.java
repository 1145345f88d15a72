package dev.groundswell.core.segment.freeze;

import dev.groundswell.core.contact.Email;
import dev.groundswell.core.contact.Phone;
import java.util.Locale;

/** Addresses as advertising platforms compare them: normalised, then SHA-256, in lower-case hexadecimal digits. */
public final class HashedContact {

    private HashedContact() {}

    /** In lower case, without blanks around; all platforms agree on this. */
    public static String email(Email email) {
        return Sha256.hex(email.address().strip().toLowerCase(Locale.ROOT));
    }

    /** E.164 with its plus sign: Google. */
    public static String phone(Phone phone) {
        return Sha256.hex(phone.e164());
    }

    /** Country code and number, digits only: Meta. */
    public static String phoneDigits(Phone phone) {
        return Sha256.hex(phone.e164().substring(1));
    }
}
