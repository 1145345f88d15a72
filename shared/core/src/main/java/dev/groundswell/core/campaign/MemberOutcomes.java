package dev.groundswell.core.campaign;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The outcomes of a chunk's members, a byte for each, by their places from 0; 0 where there is none yet. */
public final class MemberOutcomes {

    private static final byte WAITING = 0;

    private final byte[] codes;

    private MemberOutcomes(byte[] codes) {
        this.codes = codes;
    }

    public static MemberOutcomes waiting(int members) {
        return new MemberOutcomes(new byte[members]);
    }

    /** @throws IllegalArgumentException if a byte is no outcome's code */
    public static MemberOutcomes of(byte[] codes) {
        for (var code : codes) {
            if (code != WAITING) {
                MemberOutcome.of(code);
            }
        }
        return new MemberOutcomes(codes.clone());
    }

    public byte[] toBytes() {
        return codes.clone();
    }

    public int members() {
        return codes.length;
    }

    /** Empty while it is waiting. */
    public Optional<MemberOutcome> at(int place) {
        return codes[place] == WAITING ? Optional.empty() : Optional.of(MemberOutcome.of(codes[place]));
    }

    /** The places without an outcome, in order. */
    public int[] places() {
        return IntStream.range(0, codes.length)
                .filter(place -> codes[place] == WAITING)
                .toArray();
    }

    public boolean isComplete() {
        return IntStream.range(0, codes.length).noneMatch(place -> codes[place] == WAITING);
    }

    /** With these too, where they overrule what is known. */
    public MemberOutcomes with(Map<Integer, MemberOutcome> known) {
        var merged = codes.clone();
        known.forEach((place, outcome) -> {
            if (counts(merged[place], outcome)) {
                merged[place] = outcome.code();
            }
        });
        return new MemberOutcomes(merged);
    }

    private static boolean counts(byte code, MemberOutcome outcome) {
        return code == WAITING || outcome.overrules(MemberOutcome.of(code));
    }

    public OutcomeCounts counts() {
        var counts = OutcomeCounts.NONE;
        var byCode = new int[Byte.MAX_VALUE + 1];
        for (var code : codes) {
            byCode[code]++;
        }
        for (var code = 1; code < byCode.length; code++) {
            if (byCode[code] > 0) {
                counts = counts.plus(MemberOutcome.of((byte) code), byCode[code]);
            }
        }
        return counts.plusWaiting(byCode[WAITING]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MemberOutcomes outcomes && Arrays.equals(codes, outcomes.codes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(codes);
    }

    @Override
    public String toString() {
        return counts().toString();
    }
}
