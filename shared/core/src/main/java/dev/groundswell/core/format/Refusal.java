package dev.groundswell.core.format;

import dev.groundswell.core.order.Rejection;
import dev.groundswell.core.order.RejectionCode;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Leaves a conversion at the first field that is wrong; never leaves this package. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Of a wrong value a message shows this much: enough to find it, too little to fill a report. */
    private static final int SHOWN = 40;

    private final transient Rejection rejection;

    private Refusal(RejectionCode code, String field, String message) {
        super(message, null, false, false);
        this.rejection = new Rejection(code, field, message);
    }

    static Refusal missing(String field) {
        return new Refusal(RejectionCode.MISSING, field, "The field " + field + " is missing.");
    }

    /** @param what goes on from "The field x", e.g. {@code must be a whole number} */
    static Refusal invalid(String field, String what) {
        return new Refusal(RejectionCode.INVALID, field, "The field " + field + " " + what + ".");
    }

    static Refusal outOfRange(String field, String what) {
        return new Refusal(RejectionCode.OUT_OF_RANGE, field, "The field " + field + " " + what + ".");
    }

    static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw missing(field);
        }
        return value;
    }

    /** The value as a message shows it. */
    static String shown(Object value) {
        var text = value.toString();
        return "'" + (text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…") + "'";
    }

    Rejection rejection() {
        return rejection;
    }

    static Conversion caught(Supplier<Conversion> conversion) {
        try {
            return conversion.get();
        } catch (Refusal refusal) {
            return new Conversion.Refused(refusal.rejection());
        }
    }
}
