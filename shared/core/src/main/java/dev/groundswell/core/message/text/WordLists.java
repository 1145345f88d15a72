package dev.groundswell.core.message.text;

import java.util.List;
import java.util.Set;

/**
 * What a store does not write.
 *
 * @param own           the store's, beside the product's; at most {@value #MAX_WORDS}
 * @param allowed       what is no such word although one of the lists has it, or has something within it: a brand's name; at most
 *                      {@value #MAX_WORDS}
 * @param superlatives  whether the product's list of those that advertising law forbids is looked at
 */
public record WordLists(List<SensitiveWord> own, Set<String> allowed, boolean superlatives) {

    /** More than any list that a store gets to see; with their reasons they fit into one item of DynamoDB. */
    public static final int MAX_WORDS = 500;

    public static final WordLists OF_THE_PRODUCT = new WordLists(List.of(), Set.of(), true);

    public WordLists {
        own = List.copyOf(own);
        allowed = Set.copyOf(allowed);
        if (own.size() > MAX_WORDS || allowed.size() > MAX_WORDS) {
            throw new IllegalArgumentException("A list has at most " + MAX_WORDS + " words.");
        }
    }
}
