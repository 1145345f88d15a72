package dev.groundswell.core.segment.rule;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where something lies in a tree, as errors name it: {@code all[2].field.values[0]}. The root is the empty path. */
final class Path {

    private static final Pattern STEP = Pattern.compile("(?:all|any|not)(?:\\[([0-9]{1,4})])?");

    private Path() {}

    /** The rule at a path, or the innermost one around it. */
    static SegmentRule find(SegmentRule root, String path) {
        var found = root;
        for (var key : path.split("\\.", -1)) {
            var next = step(found, STEP.matcher(key));
            if (next.isEmpty()) {
                return found;
            }
            found = next.get();
        }
        return found;
    }

    private static Optional<SegmentRule> step(SegmentRule rule, Matcher step) {
        if (!step.matches()) {
            return Optional.empty();
        }
        var index = Optional.ofNullable(step.group(1)).map(Integer::parseInt);
        return switch (rule) {
            case SegmentRule.All(var rules) ->
                index.flatMap(place -> rules.stream().skip(place).findFirst());
            case SegmentRule.Any(var rules) ->
                index.flatMap(place -> rules.stream().skip(place).findFirst());
            case SegmentRule.Not(var inner) -> Optional.of(inner);
            default -> Optional.empty();
        };
    }

    static String of(String parent, String key) {
        return parent.isEmpty() ? key : parent + "." + key;
    }

    static String of(String list, int index) {
        return list + "[" + index + "]";
    }

    static String value(String condition, int index) {
        return of(of(condition, "values"), index);
    }
}
