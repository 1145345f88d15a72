package dev.groundswell.core.segment.rule;

import dev.groundswell.core.segment.rule.Token.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Rules as text that people type and read: {@code paid_orders >= 2 AND NOT bought_in('618-2026')}. Keywords and words are
 * read in any case and written in one; {@code read(write(rule))} is the rule again.
 */
public final class RuleText {

    private RuleText() {}

    /** Any text has an answer, soon: its work grows with its length, which is limited. The empty text means everyone. */
    public static RuleReading read(String text) {
        if (text.length() > RuleLimits.MAX_TEXT) {
            var message = "A rule has at most %,d characters; this one has %,d."
                    .formatted(RuleLimits.MAX_TEXT, text.length());
            return refused(text, List.of(new TextError(RuleLimits.MAX_TEXT, message, List.of())));
        }
        var cut = Lexer.cut(text);
        return cut.errors().isEmpty() ? parsed(text, cut.tokens()) : refused(text, cut.errors());
    }

    private static RuleReading parsed(String text, List<Token> tokens) {
        var outcome = new RuleParser(tokens).parse();
        var errors = new ArrayList<>(outcome.errors());
        var rule = outcome.rule();
        if (rule != null) {
            RuleCheck.problems(rule)
                    .forEach(problem -> errors.add(new TextError(
                            outcome.places().getOrDefault(problem.at(), 0), problem.message(), problem.expected())));
        }
        return rule != null && errors.isEmpty() ? new RuleReading.Read(rule) : refused(text, errors);
    }

    /** In the order of the text; of several at one place only the first is told, the others follow from it. */
    private static RuleReading refused(String text, List<TextError> errors) {
        var places = new HashSet<Integer>();
        return new RuleReading.Refused(errors.stream()
                .sorted(Comparator.comparingInt(TextError::place))
                .filter(error -> places.add(error.place()))
                .limit(RuleLimits.MAX_ERRORS)
                .map(error -> error.in(text))
                .toList());
    }

    /**
     * In canonical form, on one line but for texts with line ends.
     *
     * @throws IllegalArgumentException if {@link RuleCheck} finds errors in it
     */
    public static String write(SegmentRule rule) {
        RuleCheck.require(rule);
        return RuleWriter.write(rule);
    }

    /**
     * Errors that were found in a rule after it was read, each with its line and column in the text that it was read from.
     *
     * @param errors known by their paths in the tree
     * @return in the order of the text; as they were if the text is no rule
     */
    public static List<RuleError> located(String text, List<RuleError> errors) {
        if (read(text) instanceof RuleReading.Refused) {
            return errors;
        }
        var outcome = new RuleParser(Lexer.cut(text).tokens()).parse();
        var rule = Objects.requireNonNull(outcome.rule(), "what was read is a rule");
        return errors.stream()
                .map(error -> located(text, error, outcome.places().getOrDefault(Path.find(rule, error.path()), 0)))
                .sorted(Comparator.comparingInt(RuleError::line).thenComparingInt(RuleError::column))
                .toList();
    }

    private static RuleError located(String text, RuleError error, int place) {
        return new TextError(place, error.message(), error.expected()).in(text);
    }

    /**
     * What could stand at a place of a text, for an editor.
     *
     * @param place in characters from the beginning; one outside of the text is moved to its nearer end
     */
    public static Completions complete(String text, int place) {
        var caret = Math.clamp(place, 0, text.length());
        if (text.length() > RuleLimits.MAX_TEXT) {
            return new Completions(caret, caret, List.of());
        }
        var written = Lexer.cut(text.substring(0, caret));
        var word = wordAt(written.tokens(), caret);
        var from = word.isPresent() ? word.get().start() : caret;
        var to = word.isPresent() ? Lexer.endOf(word.get(), text) : caret;
        var isInside = !written.errors().isEmpty();
        return new Completions(
                from, to, isInside ? List.of() : options(text.substring(0, from), text.substring(from, caret)));
    }

    /** The word or sign that ends at the caret, as far as it stands before it. */
    private static Optional<Token> wordAt(List<Token> tokens, int caret) {
        return tokens.stream()
                .filter(token -> token.kind() == Kind.WORD || token.kind() == Kind.SIGN)
                .filter(token -> token.end() == caret)
                .findFirst();
    }

    private static List<Completion> options(String before, String word) {
        var outcome = new RuleParser(Lexer.cut(before).tokens()).parse();
        if (!outcome.isAtEnd()) {
            return List.of();
        }
        var start = word.toLowerCase(Locale.ROOT);
        return outcome.wanted().stream()
                .filter(option -> option.text().toLowerCase(Locale.ROOT).startsWith(start))
                .toList();
    }
}
