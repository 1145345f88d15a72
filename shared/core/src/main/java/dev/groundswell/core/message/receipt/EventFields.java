package dev.groundswell.core.message.receipt;

import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.store.StoreId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of an object, as any JSON reader gives them. What is required and is missing, or is not what it should be, is an
 * {@link IllegalArgumentException} that names it.
 */
record EventFields(Map<?, ?> values) {

    boolean has(String name) {
        return values.containsKey(name);
    }

    EventFields object(String name) {
        return new EventFields(values.get(name) instanceof Map<?, ?> map ? map : Map.of());
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).map(Object::toString).filter(text -> !text.isBlank());
    }

    /** The first value of a list, as SES writes tags; a single value is a list of one. */
    Optional<String> first(String name) {
        var value = values.get(name) instanceof List<?> list ? list.stream().findFirst() : find(name);
        return value.map(Object::toString);
    }

    String text(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("'" + name + "' is missing."));
    }

    long number(String name) {
        if (values.get(name) instanceof Number number) {
            return number.longValue();
        }
        throw new IllegalArgumentException("'" + name + "' is no number.");
    }

    boolean isTrue(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    Instant instant(String name) {
        try {
            return OffsetDateTime.parse(text(name)).toInstant();
        } catch (DateTimeException notATime) {
            throw new IllegalArgumentException("'" + name + "' is no time with an offset.", notATime);
        }
    }

    Phone phone(String name) {
        return Phone.parse(text(name), null)
                .orElseThrow(() -> new IllegalArgumentException("'" + name + "' is no phone number."));
    }

    Optional<MessageId> message() {
        return first("message").flatMap(MessageId::parse);
    }

    Optional<StoreId> store() {
        return first("store").filter(StoreId::isValid).map(StoreId::new);
    }

    /** Our id of the provider, where the message carried it. */
    String provider() {
        return first("provider").orElse("");
    }
}
