package dev.groundswell.core.segment.rule;

import dev.groundswell.core.segment.rule.Token.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads tokens by recursive descent: OR of AND of NOT of a test or parentheses. It remembers what it looked for at the token
 * it stands at; that is what an error says would be valid, and what an editor offers.
 */
final class RuleParser {

    private static final List<Completion> CALLS =
            Stream.of(Call.values()).map(Call::completion).toList();
    private static final List<Completion> COMPARISONS = Stream.of(Operator.values())
            .map(TestOperator::of)
            .map(Completion::of)
            .toList();
    private static final SegmentRule EVERYONE = new SegmentRule.All(List.of());

    private final List<Token> tokens;
    private final List<TextError> errors = new ArrayList<>();
    private final Set<Completion> wanted = new LinkedHashSet<>();

    /** Where the parts of the rule were written; by identity, since equal parts stand in several places. */
    private final IdentityHashMap<Object, Integer> places = new IdentityHashMap<>();

    private int at;
    private int nesting;

    RuleParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /**
     * @param rule    null where what is written makes no rule
     * @param errors  also where there is a rule: of parts that were left out of it
     * @param wanted  what could stand at the token where reading ended
     * @param isAtEnd whether that token is the last
     */
    record Outcome(
            @Nullable SegmentRule rule,
            List<TextError> errors,
            IdentityHashMap<Object, Integer> places,
            List<Completion> wanted,
            boolean isAtEnd) {}

    /** Nothing more can be understood of the text; the error is noted already. */
    private static final class Lost extends RuntimeException {

        private static final long serialVersionUID = 1;

        Lost() {
            super(null, null, false, false);
        }
    }

    Outcome parse() {
        try {
            return outcome(whole());
        } catch (Lost noted) {
            return outcome(null);
        }
    }

    private Outcome outcome(@Nullable SegmentRule rule) {
        return new Outcome(rule, errors, places, List.copyOf(wanted), token().kind() == Kind.END);
    }

    private SegmentRule whole() {
        if (token().kind() == Kind.END) {
            noteBeginnings();
            return EVERYONE;
        }
        var rule = any();
        if (token().kind() != Kind.END) {
            throw unexpected("AND, OR or the end of the rule");
        }
        return rule;
    }

    private SegmentRule any() {
        var start = token();
        var first = all();
        return isNext("OR") ? placed(start, new SegmentRule.Any(joined(first, "OR", this::all))) : first;
    }

    private SegmentRule all() {
        var start = token();
        var first = not();
        return isNext("AND") ? placed(start, new SegmentRule.All(joined(first, "AND", this::not))) : first;
    }

    private <R> List<R> joined(R first, String keyword, Supplier<R> next) {
        var parts = new ArrayList<R>();
        parts.add(first);
        while (skip(keyword)) {
            parts.add(next.get());
        }
        return parts;
    }

    private SegmentRule not() {
        var start = token();
        return skip("NOT") ? nested(start, () -> placed(start, new SegmentRule.Not(not()))) : single();
    }

    /** Keeps recursion shallow, whatever is written. */
    private SegmentRule nested(Token start, Supplier<SegmentRule> inside) {
        if (nesting == RuleLimits.MAX_DEPTH) {
            throw lost(start, RuleCheck.TOO_DEEP, List.of());
        }
        nesting++;
        var rule = inside.get();
        nesting--;
        return rule;
    }

    private SegmentRule single() {
        var start = token();
        if (skip(Kind.OPEN, "(")) {
            return nested(start, () -> closed(any()));
        }
        noteBeginnings();
        if (start.kind() != Kind.WORD) {
            throw unexpected("a condition");
        }
        return named(start);
    }

    private void noteBeginnings() {
        wanted.add(Completion.keyword("NOT"));
        wanted.add(Completion.keyword("("));
        note(Words.OF_CUSTOMERS);
        wanted.addAll(CALLS);
        wanted.add(Completion.keyword("everyone"));
    }

    private SegmentRule named(Token name) {
        if (skip("everyone")) {
            return placed(name, new SegmentRule.All(List.of()));
        }
        if (following().kind() == Kind.OPEN) {
            return placed(name, call(name));
        }
        var field = Words.OF_CUSTOMERS.find(name.text());
        return field.isPresent() ? placed(name, fieldRule(name, field.get())) : leftOut(name);
    }

    private SegmentRule call(Token name) {
        var call = Call.named(name.text()).orElseThrow(() -> unknown(name, "function " + name.shown(), Call.words()));
        advance();
        advance();
        return switch (call) {
            case ORDERS -> new SegmentRule.OrdersTest(conditions(Words.OF_ORDERS), comparison(), number());
            case EVENTS -> new SegmentRule.EventsTest(conditions(Words.OF_EVENTS), comparison(), number());
            case BOUGHT_IN -> new SegmentRule.BoughtIn(closed(quoted()));
            case IN_SEGMENT -> new SegmentRule.InSegment(closed(quoted()));
            case RANDOM -> new SegmentRule.Random(closed(quoted()), comparison(), percent());
            case ALL -> nested(name, () -> new SegmentRule.All(skip(Kind.CLOSE, ")") ? List.of() : list()));
            case ANY -> nested(name, () -> new SegmentRule.Any(list()));
        };
    }

    private List<SegmentRule> list() {
        return closed(separated(this::any));
    }

    private <R> List<R> separated(Supplier<R> next) {
        var parts = new ArrayList<R>();
        do {
            parts.add(next.get());
        } while (skip(Kind.COMMA, ","));
        return parts;
    }

    private <F extends Field> List<Condition<F>> conditions(Words<F> words) {
        return skip(Kind.CLOSE, ")") ? List.of() : closed(joined(condition(words), "AND", () -> condition(words)));
    }

    private <F extends Field> Condition<F> condition(Words<F> words) {
        note(words);
        var name = token();
        if (name.kind() != Kind.WORD) {
            throw unexpected("a field of " + words.things());
        }
        var field = words.find(name.text());
        return field.isPresent() ? ofField(name, field.get()) : leftOut(name, words);
    }

    private <F extends Field> Condition<F> ofField(Token name, F field) {
        advance();
        return placed(name, new Condition<>(field, test(field)));
    }

    private SegmentRule fieldRule(Token name, SegmentField field) {
        var right = comparedField(field);
        if (right.isEmpty()) {
            return new SegmentRule.FieldTest(ofField(name, field));
        }
        advance();
        var operator = comparison();
        advance();
        return new SegmentRule.FieldComparison(field, operator, right.get());
    }

    /** The field that is named where a value could stand; a word that is a value is none. */
    private Optional<SegmentField> comparedField(SegmentField field) {
        var sign = following();
        if (sign.kind() != Kind.SIGN || tokens.get(at + 2).kind() != Kind.WORD) {
            return Optional.empty();
        }
        var word = tokens.get(at + 2).text();
        var isValue =
                field.kind() != ValueKind.TEXT && Literals.read(field, word).isPresent();
        return isValue ? Optional.empty() : Words.OF_CUSTOMERS.find(word);
    }

    /** Of a field that there is not, so that what stands behind it is read too. */
    private SegmentRule leftOut(Token name) {
        leftOut(name, Words.OF_CUSTOMERS);
        return EVERYONE;
    }

    private <F extends Field> Condition<F> leftOut(Token name, Words<F> words) {
        var lost = unknown(name, words.missing(name.text()), words.all());
        var known = errors.size();
        advance();
        if (!isTest()) {
            throw lost;
        }
        try {
            return new Condition<>(words.standIn(), test(words.standIn()));
        } finally {
            errors.subList(known, errors.size()).clear();
        }
    }

    private boolean isTest() {
        var token = token();
        return token.kind() == Kind.SIGN || token.is("IN") || token.is("NOT") || token.is("IS") || token.is("BETWEEN");
    }

    private Test test(Field field) {
        var start = token();
        TestOperator.of(field.kind()).forEach(operator -> wanted.add(Completion.of(operator)));
        return placed(start, start.kind() == Kind.SIGN ? compare(field) : wordTest(field));
    }

    private Test compare(Field field) {
        var operator = comparison();
        noteValues(field);
        if (field instanceof SegmentField) {
            note(Words.OF_CUSTOMERS.comparableWith(field));
        }
        return new Test.Compare(operator, value(field));
    }

    private Test wordTest(Field field) {
        if (skipUnnoted("IS")) {
            return known();
        }
        if (skipUnnoted("BETWEEN")) {
            return between(field);
        }
        if (skipUnnoted("IN")) {
            return new Test.OneOf(false, values(field));
        }
        if (skipUnnoted("NOT")) {
            need("IN");
            return new Test.OneOf(true, values(field));
        }
        if (field.kind() == ValueKind.FLAG) {
            return new Test.Compare(Operator.EQUAL, new Literal.Flag(true));
        }
        throw unexpected("an operator behind " + field.word());
    }

    private Test known() {
        var known = skip("NOT");
        need("NULL");
        return new Test.Known(known);
    }

    private Test between(Field field) {
        var low = value(field);
        need("AND");
        return new Test.Between(low, value(field));
    }

    private List<Literal> values(Field field) {
        need(Kind.OPEN, "(");
        return closed(separated(() -> value(field)));
    }

    private Literal value(Field field) {
        noteValues(field);
        var token = token();
        if (token.kind() != Kind.WORD && token.kind() != Kind.TEXT) {
            throw unexpected(Literals.needed(field.kind()));
        }
        var literal = literal(field, token);
        advance();
        return placed(token, literal);
    }

    /** In quotes any value may stand; a text must. */
    private Literal literal(Field field, Token token) {
        var read = field.kind() == ValueKind.TEXT && token.kind() == Kind.WORD
                ? Optional.<Literal>empty()
                : Literals.read(field, token.text());
        return read.orElseGet(() -> {
            refuse(token, Literals.refusal(field, token.shown()), Literals.likely(field, token.text()));
            return new Literal.Text("");
        });
    }

    private Operator comparison() {
        wanted.addAll(COMPARISONS);
        var sign = token();
        if (sign.kind() != Kind.SIGN) {
            throw unexpected("an operator");
        }
        var operator = Stream.of(Operator.values())
                .filter(each -> each.sign().equals(sign.text()))
                .findFirst()
                .orElseThrow(() -> unknown(sign, "operator " + sign.shown(), TestOperator.comparisonSigns()));
        advance();
        return operator;
    }

    private String quoted() {
        wanted.add(Completion.value("'…'"));
        var token = token();
        if (token.kind() == Kind.WORD) {
            var message = "Expected a text in quotes, found %s.".formatted(token.shown());
            throw lost(token, message, List.of(Literals.quoted(token.text())));
        }
        if (token.kind() != Kind.TEXT) {
            throw unexpected("a text in quotes");
        }
        advance();
        return token.text();
    }

    private long number() {
        return figure(Literals::wholeNumber, "a whole number", "1").orElse(0L);
    }

    private BigDecimal percent() {
        return figure(Literals::decimal, "a share in percent", "10").orElse(BigDecimal.ZERO);
    }

    private <N> Optional<N> figure(Function<String, Optional<N>> reader, String needed, String example) {
        wanted.add(Completion.value(example));
        var token = token();
        if (token.kind() != Kind.WORD) {
            throw unexpected(needed);
        }
        var figure = reader.apply(token.text());
        if (figure.isEmpty()) {
            refuse(token, "Expected %s, found %s.".formatted(needed, token.shown()), List.of(example));
        }
        advance();
        return figure;
    }

    private <T> T closed(T inside) {
        need(Kind.CLOSE, ")");
        return inside;
    }

    private Token token() {
        return tokens.get(at);
    }

    /** The token behind a token that is not the last. */
    private Token following() {
        return tokens.get(at + 1);
    }

    private void advance() {
        at++;
        wanted.clear();
    }

    private boolean isNext(String keyword) {
        wanted.add(Completion.keyword(keyword));
        return token().is(keyword);
    }

    private boolean skip(String keyword) {
        return isNext(keyword) && skipUnnoted(keyword);
    }

    private boolean skipUnnoted(String keyword) {
        if (token().is(keyword)) {
            advance();
            return true;
        }
        return false;
    }

    private boolean skip(Kind kind, String sign) {
        wanted.add(Completion.keyword(sign));
        if (token().kind() == kind) {
            advance();
            return true;
        }
        return false;
    }

    private void need(String keyword) {
        if (!skip(keyword)) {
            throw unexpected(keyword);
        }
    }

    private void need(Kind kind, String sign) {
        if (!skip(kind, sign)) {
            throw unexpected(sign);
        }
    }

    private void note(Words<?> words) {
        words.fields().forEach(field -> wanted.add(Completion.of(field)));
    }

    private void noteValues(Field field) {
        Literals.examples(field).forEach(example -> wanted.add(Completion.value(example)));
    }

    private <T> T placed(Token start, T part) {
        places.put(part, start.start());
        return part;
    }

    private Lost unexpected(String needed) {
        var token = token();
        var all = wanted.stream().map(Completion::text).toList();
        var message = "Expected %s, found %s.".formatted(needed, token.shown());
        return lost(token, message, Words.likely(token.kind() == Kind.WORD ? token.text() : "", all));
    }

    private Lost unknown(Token token, String missing, List<String> words) {
        return lost(token, "There is no " + missing + ".", Words.likely(token.text(), words));
    }

    private Lost lost(Token token, String message, List<String> expected) {
        refuse(token, message, expected);
        return new Lost();
    }

    private void refuse(Token token, String message, List<String> expected) {
        errors.add(new TextError(token.start(), message, expected));
    }
}
