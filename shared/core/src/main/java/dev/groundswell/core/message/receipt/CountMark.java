package dev.groundswell.core.message.receipt;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who counts what became of a message, as the message's entry says it: {@code 5f3a9c1e/12/1794362400}.
 *
 * @param worker unlike that of every other process
 * @param batch  of the worker, from 1
 * @param at     when the batch began, to the second
 */
record CountMark(String worker, long batch, Instant at) {

    private static final Pattern FORM = Pattern.compile("([0-9a-f]{1,16})/([0-9]{1,18})/([0-9]{1,12})");

    /** Empty if it is nothing of the kind. */
    static Optional<CountMark> parse(String text) {
        var parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(new CountMark(
                        parts.group(1),
                        Long.parseLong(parts.group(2)),
                        Instant.ofEpochSecond(Long.parseLong(parts.group(3)))))
                : Optional.empty();
    }

    /** Among whose figures the worker counts it. */
    LocalDate day() {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    @Override
    public String toString() {
        return worker + "/" + batch + "/" + at.getEpochSecond();
    }
}
