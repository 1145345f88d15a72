package dev.groundswell.cloud.dynamodb;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An item as it was read. A missing attribute is a bug, or an item that something else wrote: an {@link
 * IllegalStateException} that names it.
 */
public record Item(Map<String, AttributeValue> attributes) {

    public String text(String name) {
        return value(name).s();
    }

    public long number(String name) {
        return Long.parseLong(value(name).n());
    }

    /** 0 where there is none. */
    public long numberOrZero(String name) {
        return find(name).map(value -> Long.parseLong(value.n())).orElse(0L);
    }

    public byte[] bytes(String name) {
        return value(name).b().asByteArrayUnsafe();
    }

    /** Of a set of strings. */
    public List<String> textSet(String name) {
        return value(name).ss();
    }

    public boolean has(String name) {
        return attributes.containsKey(name);
    }

    public Optional<AttributeValue> find(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    private AttributeValue value(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalStateException(
                        "The item " + attributes.get("pk") + " " + attributes.get("sk") + " has no '" + name + "'."));
    }
}
