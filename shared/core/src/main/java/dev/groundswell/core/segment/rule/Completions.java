package dev.groundswell.core.segment.rule;

import java.util.List;

/**
 * What could stand at a place of a text.
 *
 * @param from    where what is written there begins, counted in characters from the beginning of the text
 * @param to      where it ends, exclusive; a chosen option replaces it
 * @param options in the order to be shown; empty inside of quotes, and where the text before has an error
 */
public record Completions(int from, int to, List<Completion> options) {

    public Completions {
        options = List.copyOf(options);
    }
}
