package dev.groundswell.core.segment.plan;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a text must be. Negated it also holds where there is no text.
 *
 * @param any   any text at all
 * @param texts else, one of these
 */
record TextTest(boolean any, Set<String> texts, boolean negated) implements ValueTest {

    static final TextTest KNOWN = new TextTest(true, Set.of(), false);

    static TextTest in(Iterable<String> texts) {
        var sorted = new TreeSet<String>();
        texts.forEach(sorted::add);
        return new TextTest(false, sorted, false);
    }

    @Override
    public TextTest negate() {
        return new TextTest(any, texts, !negated);
    }

    boolean holds(@Nullable String text) {
        return negated != (text != null && (any || texts.contains(text)));
    }

    /** Of several texts: any of them, or negated none. */
    boolean holdsOfAny(List<String> values) {
        return negated != values.stream().anyMatch(text -> any || texts.contains(text));
    }
}
