package dev.groundswell.core.contact;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An e-mail address, its domain in lower case. */
public record Email(String address) implements Address {

    /** RFC 5321's longest path, less its brackets. */
    private static final int MAX_LENGTH = 254;

    private static final Pattern FORM = Pattern.compile("[^@\\s<>]{1,64}@[^@\\s<>.]+(\\.[^@\\s<>.]+)+");

    public Email {
        if (!isValid(address)) {
            throw new IllegalArgumentException("An e-mail address has the form name@domain.");
        }
    }

    /** @return empty if it is masked, or has not the form of an address */
    public static Optional<Email> parse(String written) {
        var address = written.strip();
        var at = address.lastIndexOf('@');
        if (address.indexOf('*') >= 0 || !isValid(address)) {
            return Optional.empty();
        }
        return Optional.of(
                new Email(address.substring(0, at) + address.substring(at).toLowerCase(Locale.ROOT)));
    }

    private static boolean isValid(String address) {
        return address.length() <= MAX_LENGTH && FORM.matcher(address).matches();
    }

    public String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public String text() {
        return address;
    }

    /** All of the name but its first character hidden: {@code a***@qq.com}. */
    @Override
    public String masked() {
        return address.charAt(0) + "***@" + domain();
    }

    /** Never an address in a log. */
    @Override
    public String toString() {
        return "Email[" + masked() + "]";
    }
}
