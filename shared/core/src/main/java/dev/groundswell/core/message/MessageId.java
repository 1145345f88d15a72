package dev.groundswell.core.message;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The id of a message, which is made of what the message is for, so that what must not be sent twice has the same id twice.
 * It is written {@code address.purpose}, e.g. {@code SqL0…9w.c.20261111T000000Z-5f3a9c1e}: letters, digits, hyphens,
 * underscores and full stops, so that it can be a provider's tag and a path's segment.
 *
 * @param purpose what it is for, unique within the store, 1 to 120 characters: {@code c.<campaign>} for a campaign's, {@code
 *                t.<by chance>} for a test
 */
public record MessageId(AddressKey address, String purpose) {

    /** SES keeps tags of 256 characters. */
    private static final int MAX_PURPOSE = 120;

    private static final Pattern AGAIN = Pattern.compile("(.+\\.again)([1-9][0-9]?)");

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");

    public MessageId {
        if (purpose.length() > MAX_PURPOSE || !FORM.matcher(purpose).matches()) {
            throw new IllegalArgumentException("A message is not for '" + purpose + "'.");
        }
    }

    /** Reads what {@link #toString} wrote; empty if it is nothing of the kind. */
    public static Optional<MessageId> parse(String text) {
        var dot = text.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new MessageId(new AddressKey(text.substring(0, dot)), text.substring(dot + 1)));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /** Whether a person had an unknown message sent again by this one. */
    public boolean isAgain() {
        return AGAIN.matcher(purpose).matches();
    }

    /** Of the message by which a person has this one, which is unknown, sent again: {@code ….again1}, then {@code ….again2}. */
    public MessageId again() {
        var times = AGAIN.matcher(purpose);
        return times.matches()
                ? new MessageId(address, times.group(1) + (Integer.parseInt(times.group(2)) + 1))
                : new MessageId(address, purpose + ".again1");
    }

    @Override
    public String toString() {
        return address + "." + purpose;
    }
}
