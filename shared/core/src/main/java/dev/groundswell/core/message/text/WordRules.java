package dev.groundswell.core.message.text;

import dev.groundswell.core.message.text.WordFinder.Hit;
import java.util.ArrayList;
import java.util.List;

/** What must not be written. */
final class WordRules {

    private static final String ALLOWED = "The store allows it.";

    private final WordFinder forbidden;
    private final WordFinder allowed;

    WordRules(WordLists lists) {
        var words = new ArrayList<>(lists.own());
        if (lists.superlatives()) {
            words.addAll(Superlatives.ALL);
        }
        this.forbidden = new WordFinder(words);
        this.allowed = new WordFinder(lists.allowed().stream()
                .map(text -> new SensitiveWord(text, ALLOWED))
                .toList());
    }

    void check(List<CheckedPart> parts, Problems problems) {
        parts.forEach(part -> check(part, problems));
    }

    private void check(CheckedPart part, Problems problems) {
        var excused = allowed.find(part.shown());
        for (var hit : forbidden.find(part.shown())) {
            if (excused.stream().noneMatch(phrase -> isWithin(hit, phrase))) {
                problems.error(
                        ProblemCode.SENSITIVE_WORD,
                        "'" + hit.word().text() + "': " + hit.word().reason(),
                        part.at(hit.start(), hit.end()));
            }
        }
    }

    private static boolean isWithin(Hit hit, Hit phrase) {
        return hit.start() >= phrase.start() && hit.end() <= phrase.end();
    }
}
