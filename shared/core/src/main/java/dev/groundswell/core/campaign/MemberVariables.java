package dev.groundswell.core.campaign;

import dev.groundswell.core.audience.AudienceRow;
import dev.groundswell.core.message.text.Variables;
import dev.groundswell.core.segment.freeze.MemberFields;
import dev.groundswell.core.segment.rule.SegmentField;
import dev.groundswell.core.store.Store;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a member's message can say of them: the name, and all fields that the index keeps, under the names that rules have. */
record MemberVariables(AudienceRow member, Store store) implements Variables {

    private static final String NAME = "name";

    private static final Map<String, SegmentField> FIELDS =
            MemberFields.ALL.stream().collect(Collectors.toUnmodifiableMap(SegmentField::word, field -> field));

    @Override
    public @Nullable String value(String name) {
        if (NAME.equals(name)) {
            return member.name();
        }
        var field = FIELDS.get(name);
        return field == null ? null : text(MemberFields.value(member, field, store));
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case BigDecimal decimal -> decimal.toPlainString();
            default -> value.toString();
        };
    }

    /** Never a name or an address in a log. */
    @Override
    public String toString() {
        return "MemberVariables[" + member.buyer() + "]";
    }
}
