package dev.groundswell.core.segment.freeze;

import dev.groundswell.core.audience.AudienceRow;
import dev.groundswell.core.message.text.KnownVariable;
import dev.groundswell.core.message.text.VariableType;
import dev.groundswell.core.message.text.Variables;
import dev.groundswell.core.segment.rule.SegmentField;
import dev.groundswell.core.segment.rule.ValueKind;
import dev.groundswell.core.store.Store;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A member's values as a message says them, under the names that rules have for them. */
public record MemberVariables(AudienceRow row, Store store) implements Variables {

    private static final String NAME = "name";

    /** Platforms hide names so; nobody wants to be greeted like that. */
    private static final char MASK = '*';

    /** A date's characters in ISO 8601. */
    private static final int DATE_LENGTH = 10;

    private static final Map<String, SegmentField> FIELDS =
            MemberFields.ALL.stream().collect(Collectors.toUnmodifiableMap(SegmentField::word, Function.identity()));

    /** All that there are of a member. */
    public static final List<KnownVariable> ALL = Stream.concat(
                    Stream.of(new KnownVariable(
                            NAME,
                            VariableType.TEXT,
                            "The name that the latest order with one has; none where the platform masks it.")),
                    MemberFields.ALL.stream()
                            .map(field -> new KnownVariable(field.word(), type(field.kind()), field.meaning())))
            .toList();

    /** All that can be written into a message to a member. */
    public static final List<KnownVariable> IN_MESSAGES = Stream.concat(
                    Stream.of(KnownVariable.LINK, KnownVariable.UNSUBSCRIBE_LINK), ALL.stream())
            .toList();

    @Override
    public @Nullable String value(String name) {
        if (name.equals(NAME)) {
            return legible(row.name());
        }
        var field = FIELDS.get(name);
        return field == null ? null : text(field, MemberFields.value(row, field, store));
    }

    private static @Nullable String legible(@Nullable String name) {
        return name == null || name.isBlank() || name.indexOf(MASK) >= 0 ? null : name.strip();
    }

    private static @Nullable String text(SegmentField field, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Boolean holds -> holds ? holds.toString() : null;
            case BigDecimal number -> number.toPlainString();
            default -> field.kind() == ValueKind.TIME ? value.toString().substring(0, DATE_LENGTH) : value.toString();
        };
    }

    private static VariableType type(ValueKind kind) {
        return switch (kind) {
            case COUNT, SCORE -> VariableType.NUMBER;
            case MONEY -> VariableType.MONEY;
            case TIME -> VariableType.DATE;
            case TEXT, CHOICE -> VariableType.TEXT;
            case FLAG -> VariableType.FLAG;
        };
    }
}
