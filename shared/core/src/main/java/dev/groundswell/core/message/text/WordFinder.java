package dev.groundswell.core.message.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds all words of a list in one pass over a text, by the automaton of Aho and Corasick: its time does not depend on how many
 * words there are. Width and case do not matter, nor does what is put between Chinese characters to hide a word; a word of Latin
 * letters is found only as a whole.
 */
final class WordFinder {

    private final Node root = new Node();

    /** What is known after the characters read so far: the longest end of them that some word begins with. */
    private static final class Node {

        private final Map<Character, Node> next = new HashMap<>();
        private final List<SensitiveWord> words = new ArrayList<>();
        private Node shorter = this;
        private int length;
    }

    /** A word in a text, in UTF-16 units of the text as it was written. */
    record Hit(SensitiveWord word, int start, int end) {}

    WordFinder(Iterable<SensitiveWord> words) {
        words.forEach(this::add);
        linkShorterOnes();
    }

    private void add(SensitiveWord word) {
        var node = root;
        for (var character : FoldedText.of(word.text()).characters().toCharArray()) {
            var before = node;
            node = node.next.computeIfAbsent(character, _ -> after(before));
        }
        if (node.length > 0) {
            node.words.add(word);
        }
    }

    private static Node after(Node before) {
        var node = new Node();
        node.length = before.length + 1;
        return node;
    }

    /** Level by level, since a node's shorter one follows from its parent's. */
    private void linkShorterOnes() {
        root.shorter = root;
        var level = new ArrayDeque<Node>();
        root.next.values().forEach(child -> {
            child.shorter = root;
            level.add(child);
        });
        while (!level.isEmpty()) {
            var node = level.remove();
            node.next.forEach((character, child) -> {
                child.shorter = step(node.shorter, character);
                level.add(child);
            });
        }
    }

    private Node step(Node from, char character) {
        var node = from;
        while (node != root && !node.next.containsKey(character)) {
            node = node.shorter;
        }
        return node.next.getOrDefault(character, root);
    }

    /** In the order of their ends; of those that end together the longest first. */
    List<Hit> find(String text) {
        var folded = FoldedText.of(text);
        var hits = new ArrayList<Hit>();
        var node = root;
        for (var at = 0; at < folded.length(); at++) {
            node = step(node, folded.at(at));
            collect(node, folded, at + 1, hits);
        }
        return hits;
    }

    private void collect(Node longest, FoldedText text, int end, List<Hit> into) {
        for (var node = longest; node != root; node = node.shorter) {
            var start = end - node.length;
            if (!node.words.isEmpty() && text.isWhole(start, end)) {
                node.words.forEach(word -> into.add(new Hit(word, text.place(start), text.place(end - 1) + 1)));
            }
        }
    }
}
