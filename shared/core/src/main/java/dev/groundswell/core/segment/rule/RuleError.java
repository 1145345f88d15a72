package dev.groundswell.core.segment.rule;

import java.util.List;

/**
 * Why a rule cannot be read, and what could stand there instead.
 *
 * @param line     of the text, from 1; 0 where the rule was no text
 * @param column   in the line, from 1, in UTF-16 units as editors count them; 0 where the rule was no text
 * @param path     where in the tree, e.g. {@code all[2].field.values[0]}; empty for its root, and for texts
 * @param message  a sentence or two for the person who wrote the rule; never longer than a few hundred characters
 * @param expected what would be valid, as it could be written there; the likeliest first, possibly empty
 */
public record RuleError(int line, int column, String path, String message, List<String> expected) {

    public RuleError {
        expected = List.copyOf(expected);
    }
}
