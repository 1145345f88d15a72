package dev.groundswell.core.campaign;

import dev.groundswell.core.message.ExclusionReason;
import dev.groundswell.core.message.MessageState;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of a member's message. Its code is stored, a byte for each member, so it never changes.
 *
 * @param state  not {@link MessageState#CLAIMED}, which is no outcome
 * @param reason of {@link MessageState#EXCLUDED}, and of nothing else
 */
public record MemberOutcome(MessageState state, @Nullable ExclusionReason reason) {

    public static final MemberOutcome UNKNOWN = new MemberOutcome(MessageState.UNKNOWN, null);
    public static final MemberOutcome SENT = new MemberOutcome(MessageState.SENT, null);
    public static final MemberOutcome DELIVERED = new MemberOutcome(MessageState.DELIVERED, null);
    public static final MemberOutcome FAILED = new MemberOutcome(MessageState.FAILED, null);

    private static final Map<Byte, MemberOutcome> BY_CODE = Stream.concat(
                    Stream.of(UNKNOWN, SENT, DELIVERED, FAILED),
                    Arrays.stream(ExclusionReason.values()).map(MemberOutcome::excluded))
            .collect(Collectors.toUnmodifiableMap(MemberOutcome::code, Function.identity()));

    public MemberOutcome {
        if (state == MessageState.CLAIMED || (state == MessageState.EXCLUDED) != (reason != null)) {
            throw new IllegalArgumentException(state + " with the reason " + reason + " is no outcome.");
        }
    }

    public static MemberOutcome excluded(ExclusionReason reason) {
        return new MemberOutcome(MessageState.EXCLUDED, reason);
    }

    /** @throws IllegalArgumentException if no outcome has it */
    static MemberOutcome of(byte code) {
        var outcome = BY_CODE.get(code);
        if (outcome == null) {
            throw new IllegalArgumentException("No outcome has the code " + code + ".");
        }
        return outcome;
    }

    /** Whether this counts and not {@code known}. */
    boolean overrules(MemberOutcome known) {
        return state.overrules(known.state);
    }

    /** Whether the provider took the message, or may have, so that it is to be paid for. */
    boolean isTaken() {
        return state == MessageState.SENT || state == MessageState.DELIVERED;
    }

    byte code() {
        return (byte)
                switch (state) {
                    case CLAIMED -> throw new IllegalStateException("No outcome.");
                    case UNKNOWN -> 1;
                    case SENT -> 2;
                    case DELIVERED -> 3;
                    case FAILED -> 4;
                    case EXCLUDED -> code(reason);
                };
    }

    private static int code(@Nullable ExclusionReason reason) {
        return switch (reason) {
            case null -> throw new IllegalStateException("An exclusion has a reason.");
            case UNSUBSCRIBED -> 16;
            case BLACKLISTED -> 17;
            case NO_ADDRESS -> 18;
            case BOUGHT_SINCE -> 19;
            case FREQUENCY_CAP -> 20;
            case QUIET_HOURS -> 21;
            case HOLD_OUT -> 22;
            case INVALID_ADDRESS -> 23;
            case DUPLICATE_ADDRESS -> 24;
            case SUPPRESSED -> 25;
            case MISSING_VARIABLE -> 26;
            case LAPSED -> 27;
            case CANCELLED -> 28;
            case ORDER_CHANGED -> 29;
        };
    }
}
