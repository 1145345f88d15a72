package dev.groundswell.core.contact;

/** Where a message goes. */
public sealed interface Address permits Phone, Email {

    Channel channel();

    /** A number in E.164, or an e-mail address. */
    String text();

    /** With most of it hidden, for logs and people. */
    String masked();

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException if it is no such address
     */
    static Address of(Channel channel, String text) {
        return switch (channel) {
            case SMS -> new Phone(text);
            case EMAIL -> new Email(text);
        };
    }
}
