package dev.groundswell.cloud.message;

import dev.groundswell.core.message.MessageState;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** States as items have them: their texts sort as states overrule each other, so that a condition compares two texts. */
final class Stage {

    static final AttributeValue CLAIMED = of(MessageState.CLAIMED);

    private Stage() {}

    static AttributeValue of(MessageState state) {
        return AttributeValue.fromS(digit(state) + state.name());
    }

    static MessageState read(String stage) {
        return MessageState.valueOf(stage.substring(1));
    }

    /** They are stored, so they stay. */
    private static char digit(MessageState state) {
        return switch (state) {
            case CLAIMED -> '0';
            case UNKNOWN -> '1';
            case EXCLUDED -> '2';
            case SENT -> '3';
            case DELIVERED -> '4';
            case FAILED -> '5';
        };
    }
}
