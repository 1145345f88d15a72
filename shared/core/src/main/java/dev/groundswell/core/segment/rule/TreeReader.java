package dev.groundswell.core.segment.rule;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a tree of whatever somebody sent. A part that cannot be read is told and left out, so that further errors are found;
 * {@link RuleCheck} says the rest of a whole one.
 */
final class TreeReader {

    /** Maps and lists that are read of one tree; a valid one has fewer. */
    private static final int MAX_NODES = RuleLimits.MAX_CLAUSES * RuleLimits.MAX_DEPTH;

    /** Beyond, a double does not hold every whole number. */
    private static final double MAX_REAL = 0x1p53;

    /** Of a whole number; larger ones are no values, and take long to write out. */
    private static final int MAX_BITS = 64;

    private static final SegmentRule EVERYONE = new SegmentRule.All(List.of());

    private final List<RuleError> errors = new ArrayList<>();
    private int nodes;

    List<RuleError> errors() {
        return errors;
    }

    /** To be used only if there are no errors. */
    SegmentRule read(Object tree) {
        return rule(tree, "", 1);
    }

    private boolean isOver() {
        return nodes > MAX_NODES || errors.size() >= RuleLimits.MAX_ERRORS;
    }

    private SegmentRule rule(@Nullable Object tree, String path, int depth) {
        if (isOver()) {
            return EVERYONE;
        }
        nodes++;
        if (nodes > MAX_NODES) {
            return refused(path, "This is more than a rule may have.");
        }
        if (depth > RuleLimits.MAX_DEPTH) {
            return refused(path, RuleCheck.TOO_DEEP);
        }
        var entries = object(tree, path, RuleTree.KEYS);
        if (entries.isEmpty()) {
            return EVERYONE;
        }
        if (entries.get().size() != 1) {
            return refused(
                    path,
                    "Exactly one key says what rule this is; here are %d."
                            .formatted(entries.get().size()));
        }
        var entry = entries.get().entrySet().iterator().next();
        return keyed(entry.getKey(), entry.getValue(), Path.of(path, entry.getKey()), depth);
    }

    private SegmentRule keyed(String key, Object value, String path, int depth) {
        return switch (key) {
            case "all" -> new SegmentRule.All(rules(value, path, depth));
            case "any" -> new SegmentRule.Any(rules(value, path, depth));
            case "not" -> new SegmentRule.Not(rule(value, path, depth + 1));
            case "field" -> fieldTest(value, path);
            case "compare" -> comparison(value, path);
            case "orders" -> orders(value, path);
            case "events" -> events(value, path);
            case "boughtIn" -> new SegmentRule.BoughtIn(text(value, path).orElse(""));
            case "inSegment" -> new SegmentRule.InSegment(text(value, path).orElse(""));
            case "random" -> random(value, path);
            default -> throw new IllegalStateException(key);
        };
    }

    private SegmentRule refused(String path, String message) {
        refuse(path, message, RuleTree.KEYS);
        return EVERYONE;
    }

    private void refuse(String path, String message, List<String> expected) {
        if (errors.size() < RuleLimits.MAX_ERRORS) {
            errors.add(new RuleError(0, 0, path, message, expected));
        }
    }

    /** The entries that are not null; empty, and told, where there is no map or a key that is not known. */
    private Optional<Map<String, Object>> object(@Nullable Object value, String path, List<String> keys) {
        if (!(value instanceof Map<?, ?> map)) {
            refuse(path, "Expected an object, found %s.".formatted(sort(value)), keys);
            return Optional.empty();
        }
        var entries = new LinkedHashMap<String, Object>();
        for (var entry : map.entrySet()) {
            if (entry.getValue() == null) {
                continue;
            }
            var key = entry.getKey() instanceof String text ? text : sort(entry.getKey());
            if (!keys.contains(key)) {
                refuse(path, "There is no key %s here.".formatted(Shown.of(key)), Words.likely(key, keys));
                return Optional.empty();
            }
            entries.put(key, entry.getValue());
        }
        return Optional.of(entries);
    }

    private List<SegmentRule> rules(Object value, String path, int depth) {
        var rules = new ArrayList<SegmentRule>();
        var trees = list(value, path, RuleLimits.MAX_CLAUSES);
        for (var index = 0; index < trees.size() && !isOver(); index++) {
            rules.add(rule(trees.get(index), Path.of(path, index), depth + 1));
        }
        return rules;
    }

    private List<?> list(@Nullable Object value, String path, int max) {
        if (!(value instanceof List<?> list)) {
            refuse(path, "Expected a list, found %s.".formatted(sort(value)), List.of());
            return List.of();
        }
        if (list.size() > max) {
            refuse(path, "At most %d stand here; these are %,d.".formatted(max, list.size()), List.of());
            return List.of();
        }
        return list;
    }

    private SegmentRule fieldTest(Object value, String path) {
        return condition(value, path, Words.OF_CUSTOMERS)
                .<SegmentRule>map(SegmentRule.FieldTest::new)
                .orElse(EVERYONE);
    }

    private SegmentRule orders(Object value, String path) {
        var parts = counting(value, path);
        return new SegmentRule.OrdersTest(
                conditions(parts, path, Words.OF_ORDERS), comparison(parts, path), number(parts, path));
    }

    private SegmentRule events(Object value, String path) {
        var parts = counting(value, path);
        return new SegmentRule.EventsTest(
                conditions(parts, path, Words.OF_EVENTS), comparison(parts, path), number(parts, path));
    }

    private Map<String, Object> counting(Object value, String path) {
        return object(value, path, List.of("conditions", "operator", "number")).orElse(Map.of());
    }

    private <F extends Field> List<Condition<F>> conditions(Map<String, Object> parts, String path, Words<F> words) {
        var conditions = new ArrayList<Condition<F>>();
        var list = Path.of(path, "conditions");
        var trees = parts.containsKey("conditions")
                ? list(parts.get("conditions"), list, RuleLimits.MAX_CLAUSES)
                : List.of();
        for (var index = 0; index < trees.size() && !isOver(); index++) {
            condition(trees.get(index), Path.of(list, index), words).ifPresent(conditions::add);
        }
        return conditions;
    }

    private <F extends Field> Optional<Condition<F>> condition(@Nullable Object value, String path, Words<F> words) {
        nodes++;
        var parts = object(value, path, List.of("name", "operator", "values"));
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        var field = field(parts.get(), "name", path, words);
        var operator = operator(parts.get(), path);
        return field.isEmpty() || operator.isEmpty()
                ? Optional.empty()
                : test(field.get(), operator.get(), parts.get(), path).map(test -> new Condition<>(field.get(), test));
    }

    private <F extends Field> Optional<F> field(Map<String, Object> parts, String key, String path, Words<F> words) {
        var place = Path.of(path, key);
        return text(parts.get(key), place)
                .flatMap(word -> words.find(word).or(() -> {
                    refuse(place, "There is no " + words.missing(word) + ".", words.likely(word));
                    return Optional.empty();
                }));
    }

    private Optional<TestOperator> operator(Map<String, Object> parts, String path) {
        var place = Path.of(path, "operator");
        return text(parts.get("operator"), place)
                .flatMap(word -> TestOperator.named(word).or(() -> {
                    var names = Stream.of(TestOperator.values()).map(Enum::name).toList();
                    refuse(place, "There is no operator %s.".formatted(Shown.of(word)), Words.likely(word, names));
                    return Optional.empty();
                }));
    }

    private Operator comparison(Map<String, Object> parts, String path) {
        var operator = operator(parts, path);
        if (operator.isPresent() && !operator.get().isComparison()) {
            var names = Stream.of(Operator.values()).map(Enum::name).toList();
            refuse(Path.of(path, "operator"), "This is no comparison.", names);
            return Operator.EQUAL;
        }
        return operator.map(TestOperator::comparison).orElse(Operator.EQUAL);
    }

    private Optional<Test> test(Field field, TestOperator operator, Map<String, Object> parts, String path) {
        var list = Path.of(path, "values");
        var values = parts.containsKey("values") ? list(parts.get("values"), list, RuleLimits.MAX_VALUES) : List.of();
        var needed = operator.valueCount();
        if (needed >= 0 && values.size() != needed) {
            refuse(list, "%s needs %d values; here are %d.".formatted(operator, needed, values.size()), List.of());
            return Optional.empty();
        }
        var literals = new ArrayList<Literal>();
        for (var index = 0; index < values.size() && !isOver(); index++) {
            literal(field, values.get(index), Path.of(list, index)).ifPresent(literals::add);
        }
        return literals.size() == values.size() ? Optional.of(operator.test(literals)) : Optional.empty();
    }

    private Optional<Literal> literal(Field field, @Nullable Object value, String path) {
        var isMisplaced = field.kind() == ValueKind.TEXT && !(value instanceof String);
        var word = isMisplaced ? Optional.<String>empty() : word(value);
        var literal = word.flatMap(each -> Literals.read(field, each));
        if (literal.isEmpty()) {
            var shown = value instanceof String text ? Shown.of(text) : sort(value);
            refuse(path, Literals.refusal(field, shown), Literals.likely(field, word.orElse("")));
        }
        return literal;
    }

    private SegmentRule comparison(Object value, String path) {
        var parts = object(value, path, List.of("left", "operator", "right")).orElse(Map.of());
        var left = field(parts, "left", path, Words.OF_CUSTOMERS);
        var operator = comparison(parts, path);
        var right = field(parts, "right", path, Words.OF_CUSTOMERS);
        return left.isEmpty() || right.isEmpty()
                ? EVERYONE
                : new SegmentRule.FieldComparison(left.get(), operator, right.get());
    }

    private SegmentRule random(Object value, String path) {
        var parts = object(value, path, List.of("seed", "operator", "percent")).orElse(Map.of());
        var seed = text(parts.get("seed"), Path.of(path, "seed")).orElse("");
        var percent = word(parts.get("percent")).flatMap(Literals::decimal);
        if (percent.isEmpty()) {
            refuse(Path.of(path, "percent"), "Expected a share in percent, 0 to 100.", List.of("10"));
        }
        return new SegmentRule.Random(seed, comparison(parts, path), percent.orElse(BigDecimal.ZERO));
    }

    private long number(Map<String, Object> parts, String path) {
        var number = word(parts.get("number")).flatMap(Literals::wholeNumber);
        if (number.isEmpty()) {
            refuse(Path.of(path, "number"), "Expected a whole number.", List.of("1"));
        }
        return number.orElse(0L);
    }

    /** A text, or the name of a constant of an enum; empty, and told, of anything else. */
    private Optional<String> text(@Nullable Object value, String path) {
        return switch (value) {
            case String text -> Optional.of(text);
            case Enum<?> constant -> Optional.of(constant.name());
            case null, default -> {
                refuse(path, "Expected a text, found %s.".formatted(sort(value)), List.of());
                yield Optional.empty();
            }
        };
    }

    /** A value as it would be written; empty for what is no value, or a number of too many digits. */
    private static Optional<String> word(@Nullable Object value) {
        return switch (value) {
            case String text -> Optional.of(text);
            case Enum<?> constant -> Optional.of(constant.name());
            case Boolean flag -> Optional.of(flag.toString());
            case Number number -> decimal(number).map(each -> Literals.word(new Literal.Decimal(each)));
            case null, default -> Optional.empty();
        };
    }

    /** NaN is not below anything. */
    private static Optional<BigDecimal> decimal(Number number) {
        return switch (number) {
            case Integer _, Long _, Short _, Byte _ -> Optional.of(BigDecimal.valueOf(number.longValue()));
            case Double real when Math.abs(real) <= MAX_REAL -> Optional.of(BigDecimal.valueOf(real));
            case Float real when Math.abs(real) <= MAX_REAL -> Optional.of(new BigDecimal(real.toString()));
            case BigInteger whole when whole.bitLength() <= MAX_BITS -> Optional.of(new BigDecimal(whole));
            case BigDecimal decimal when Literal.Decimal.isShort(decimal) -> Optional.of(decimal);
            default -> Optional.empty();
        };
    }

    /** What somebody sent, as a message names it; never what may be long. */
    private static String sort(@Nullable Object value) {
        return switch (value) {
            case null -> "nothing";
            case String _ -> "a text";
            case Map<?, ?> _ -> "an object";
            case List<?> _ -> "a list";
            case Boolean flag -> flag.toString();
            case Number number -> decimal(number).map(BigDecimal::toPlainString).orElse("such a number");
            default -> "something else";
        };
    }
}
