package dev.groundswell.core.segment.rule;

import java.util.List;

/** An error at a place of the text, counted in characters from its beginning. */
record TextError(int place, String message, List<String> expected) {

    RuleError in(String text) {
        var line = 1
                + (int) text.substring(0, place)
                        .chars()
                        .filter(each -> each == '\n')
                        .count();
        var column = place - text.lastIndexOf('\n', place - 1);
        return new RuleError(line, column, "", message, expected);
    }
}
