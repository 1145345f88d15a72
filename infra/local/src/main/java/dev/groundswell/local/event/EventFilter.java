package dev.groundswell.local.event;

import dev.groundswell.local.template.TemplateException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/** The filter patterns of an event source mapping: a record passes if any pattern matches, or there is none. */
final class EventFilter {

    private static final List<String> RULES =
            List.of("prefix", "suffix", "anything-but", "exists", "numeric", "equals-ignore-case");

    private final List<Map<String, Object>> patterns;

    private EventFilter(List<Map<String, Object>> patterns) {
        this.patterns = patterns;
    }

    /**
     * Reads patterns.
     *
     * @param where named in errors
     * @throws TemplateException if one is not JSON, or has a rule that the local run does not know
     */
    static EventFilter of(String where, List<String> patterns) {
        return new EventFilter(patterns.stream().map(text -> read(where, text)).toList());
    }

    boolean passesAll() {
        return patterns.isEmpty();
    }

    boolean passes(Map<String, Object> event) {
        return patterns.isEmpty() || patterns.stream().anyMatch(pattern -> matches(pattern, event));
    }

    private static Map<String, Object> read(String where, String text) {
        try {
            Map<String, Object> pattern = JSON.std.mapFrom(text);
            requireKnown(where, pattern);
            return pattern;
        } catch (JacksonException e) {
            throw new TemplateException(where + ": a filter pattern is not JSON: " + text, e);
        }
    }

    private static void requireKnown(String where, Map<?, ?> pattern) {
        for (Object value : pattern.values()) {
            if (value instanceof Map<?, ?> nested) {
                requireKnown(where, nested);
            } else if (value instanceof List<?> alternatives) {
                alternatives.forEach(alternative -> requireKnownRule(where, alternative));
            } else {
                throw new TemplateException(
                        where + ": a filter pattern holds lists of alternatives, not " + value + ".");
            }
        }
    }

    private static void requireKnownRule(String where, @Nullable Object alternative) {
        if (alternative instanceof Map<?, ?> rule && !RULES.containsAll(rule.keySet())) {
            throw new TemplateException(where + ": the local run knows no filter rule " + rule.keySet() + ".");
        }
    }

    private static boolean matches(Map<?, ?> pattern, Map<?, ?> event) {
        return pattern.entrySet().stream().allMatch(entry -> {
            boolean present = event.containsKey(entry.getKey());
            Object value = event.get(entry.getKey());
            return switch (entry.getValue()) {
                case Map<?, ?> nested -> value instanceof Map<?, ?> map && matches(nested, map);
                case List<?> alternatives ->
                    alternatives.stream().anyMatch(alternative -> matchesRule(alternative, present, value));
                default -> false;
            };
        });
    }

    private static boolean matchesRule(@Nullable Object alternative, boolean present, @Nullable Object value) {
        if (alternative instanceof Map<?, ?> rule) {
            return rule.entrySet().stream()
                    .allMatch(entry -> matchesRule(String.valueOf(entry.getKey()), entry.getValue(), present, value));
        }
        if (value instanceof List<?> values) {
            return values.stream().anyMatch(each -> isSame(alternative, each));
        }
        return present && isSame(alternative, value);
    }

    private static boolean matchesRule(
            String rule, @Nullable Object argument, boolean present, @Nullable Object value) {
        return switch (rule) {
            case "exists" -> present == Boolean.TRUE.equals(argument);
            case "prefix" -> value instanceof String text && text.startsWith(String.valueOf(argument));
            case "suffix" -> value instanceof String text && text.endsWith(String.valueOf(argument));
            case "equals-ignore-case" ->
                value instanceof String text && text.equalsIgnoreCase(String.valueOf(argument));
            case "anything-but" -> present && isNoneOf(argument, value);
            case "numeric" -> value instanceof Number number && isWithin((List<?>) argument, number);
            default -> false;
        };
    }

    private static boolean isNoneOf(@Nullable Object argument, @Nullable Object value) {
        return switch (argument) {
            case List<?> many -> many.stream().noneMatch(each -> isSame(each, value));
            case Map<?, ?> rule -> !matchesRule(rule, true, value);
            case null, default -> !isSame(argument, value);
        };
    }

    private static boolean isWithin(@Nullable List<?> bounds, Number number) {
        if (bounds == null) {
            return false;
        }
        for (int i = 0; i + 1 < bounds.size(); i += 2) {
            int order = decimal(number).compareTo(decimal(bounds.get(i + 1)));
            boolean holds = switch (String.valueOf(bounds.get(i)).toLowerCase(Locale.ROOT)) {
                case "=" -> order == 0;
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                case ">=" -> order >= 0;
                default -> false;
            };
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSame(@Nullable Object pattern, @Nullable Object value) {
        if (pattern instanceof Number && value instanceof Number) {
            return decimal(pattern).compareTo(decimal(value)) == 0;
        }
        return pattern == null ? value == null : pattern.equals(value);
    }

    private static BigDecimal decimal(@Nullable Object number) {
        return new BigDecimal(String.valueOf(number));
    }
}
