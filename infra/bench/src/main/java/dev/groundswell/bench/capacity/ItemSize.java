package dev.groundswell.bench.capacity;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The size of an item as DynamoDB reckons it.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html">the rules</a>
 */
public final class ItemSize {

    private static final int KILOBYTE = 1024;
    private static final int OF_A_COLLECTION = 3;

    private ItemSize() {}

    /** In begun kilobytes, which is what a write costs. */
    public static int kilobytes(Map<String, AttributeValue> item) {
        return Math.ceilDiv(bytes(item), KILOBYTE);
    }

    private static int bytes(Map<String, AttributeValue> attributes) {
        return attributes.entrySet().stream()
                .mapToInt(attribute -> bytes(attribute.getKey()) + bytes(attribute.getValue()))
                .sum();
    }

    private static int bytes(AttributeValue value) {
        return switch (value.type()) {
            case S -> bytes(value.s());
            case N -> number(value.n());
            case B -> value.b().asByteArrayUnsafe().length;
            case BOOL, NUL -> 1;
            case SS -> value.ss().stream().mapToInt(ItemSize::bytes).sum();
            case NS -> value.ns().stream().mapToInt(ItemSize::number).sum();
            case BS ->
                value.bs().stream()
                        .mapToInt(bytes -> bytes.asByteArrayUnsafe().length)
                        .sum();
            case L -> OF_A_COLLECTION + elements(value.l());
            case M -> OF_A_COLLECTION + value.m().size() + bytes(value.m());
            case UNKNOWN_TO_SDK_VERSION -> throw new IllegalStateException("An attribute of no known type: " + value);
        };
    }

    private static int elements(Collection<AttributeValue> values) {
        return values.stream().mapToInt(value -> 1 + bytes(value)).sum();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** One byte for two digits, and one more. */
    private static int number(String digits) {
        return Math.ceilDiv(digits.length(), 2) + 1;
    }
}
