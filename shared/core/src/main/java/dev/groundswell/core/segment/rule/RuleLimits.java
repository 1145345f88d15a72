package dev.groundswell.core.segment.rule;

import java.util.regex.Pattern;

/** How large a rule may be. Each limit is far beyond what a person writes, and low enough that no rule costs much to read or keep. */
public final class RuleLimits {

    /** Characters of a rule's text, as written and in canonical form: some two hundred clauses; it fits every table and queue. */
    public static final int MAX_TEXT = 20_000;

    /** Levels of all, any, not and parentheses; deeper ones nobody understands, and recursion over it is safe on any stack. */
    public static final int MAX_DEPTH = 20;

    /** Tests in one rule, those inside {@code orders(…)} and {@code events(…)} included. */
    public static final int MAX_CLAUSES = 200;

    /** Values after IN. */
    public static final int MAX_VALUES = 200;

    /** Characters of a text value: as long as the longest names that platforms allow. */
    public static final int MAX_TEXT_VALUE = 200;

    /** Segments that ask for one another: vip asks for regulars asks for … */
    public static final int MAX_SEGMENT_NESTING = 5;

    /** What {@code orders(…)} and {@code events(…)} count up to; nobody has more. */
    public static final int MAX_NUMBER = 1_000_000;

    /** Errors of one rule that are told; who sees ten need not see more. */
    public static final int MAX_ERRORS = 10;

    /** Digits before the point: the largest amount that an order may have. */
    static final int MAX_DIGITS = 15;

    /** Digits after the point: the finest currency there is. */
    static final int MAX_DECIMALS = 4;

    /** Days of absolute times lie in these years; nothing was ever sold online outside of them. */
    static final int FIRST_YEAR = 1900;

    static final int LAST_YEAR = 2199;

    /** How far relative times may reach. */
    static final int MAX_YEARS = 100;

    /** What segments and promotions are named by: 1 to 60 lower-case letters, digits and hyphens, a hyphen never first. */
    public static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");

    private RuleLimits() {}
}
