package dev.groundswell.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates CloudFormation's functions against local values. Only what the local run reads is evaluated, so an unknown
 * function in a resource that is passed over hurts nobody.
 */
final class Intrinsics {

    private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{(!?)([^}]+)}");

    private final Map<String, Object> parameters;
    private final Map<?, ?> conditions;
    private final Map<?, ?> mappings;
    private final Function<Attribute, @Nullable Object> resources;

    /** An attribute of a resource: {@code name} is {@code Ref} for {@code !Ref}. */
    record Attribute(String resource, String name) {}

    /** What {@code AWS::NoValue} stands for: the property is left out. */
    private enum NoValue {
        NO_VALUE
    }

    Intrinsics(
            Map<String, Object> parameters,
            Map<?, ?> conditions,
            Map<?, ?> mappings,
            Function<Attribute, @Nullable Object> resources) {
        this.parameters = Map.copyOf(parameters);
        this.conditions = conditions;
        this.mappings = mappings;
        this.resources = resources;
    }

    /** The value with every function evaluated; null where there is none. {@code where} is named in errors. */
    @Nullable
    Object evaluate(String where, @Nullable Object value) {
        Object evaluated = evaluateOrNone(where, value);
        return evaluated instanceof NoValue ? null : evaluated;
    }

    boolean condition(String where, String name) {
        if (!conditions.containsKey(name)) {
            throw new TemplateException(where + ": the template has no condition " + name + ".");
        }
        return isTrue(evaluate(where, conditions.get(name)));
    }

    private @Nullable Object evaluateOrNone(String where, @Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map when function(map) != null -> call(where, Objects.requireNonNull(function(map)), map);
            case Map<?, ?> map -> evaluateMap(where, map);
            case List<?> list -> evaluateList(where, list);
            case null, default -> value;
        };
    }

    private static @Nullable String function(Map<?, ?> map) {
        if (map.size() != 1) {
            return null;
        }
        Object key = map.keySet().iterator().next();
        boolean named = key instanceof String name
                && (name.equals("Ref") || name.equals("Condition") || name.startsWith("Fn::"));
        return named ? (String) key : null;
    }

    private Map<String, Object> evaluateMap(String where, Map<?, ?> map) {
        var evaluated = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> {
            Object result = evaluateOrNone(where, value);
            if (result != null && !(result instanceof NoValue)) {
                evaluated.put(String.valueOf(key), result);
            }
        });
        return evaluated;
    }

    private List<Object> evaluateList(String where, List<?> list) {
        var evaluated = new ArrayList<>();
        for (Object value : list) {
            Object result = evaluateOrNone(where, value);
            if (result != null && !(result instanceof NoValue)) {
                evaluated.add(result);
            }
        }
        return evaluated;
    }

    private @Nullable Object call(String where, String function, Map<?, ?> map) {
        Object argument = map.get(function);
        return switch (function) {
            case "Ref" -> reference(where, String.valueOf(argument));
            case "Condition" -> condition(where, String.valueOf(argument));
            case "Fn::GetAtt" -> attribute(where, argument);
            case "Fn::Sub" -> substitute(where, argument);
            case "Fn::Join" -> join(where, argument);
            case "Fn::Select" -> select(where, argument);
            case "Fn::Split" -> split(where, argument);
            case "Fn::If" -> choose(where, argument);
            case "Fn::Equals" -> equal(where, argument);
            case "Fn::Not" -> !isTrue(arguments(where, argument).getFirst());
            case "Fn::And" -> arguments(where, argument).stream().allMatch(Intrinsics::isTrue);
            case "Fn::Or" -> arguments(where, argument).stream().anyMatch(Intrinsics::isTrue);
            case "Fn::FindInMap" -> findInMap(where, argument);
            case "Fn::ToJsonString" -> Json.write(evaluate(where, argument));
            default ->
                throw new TemplateException(
                        where + ": the local run does not know the function " + function.replace("Fn::", "!") + ".");
        };
    }

    private Object reference(String where, String name) {
        Object value = pseudoParameter(name);
        if (value == null) {
            value = parameters.get(name);
        }
        if (value == null) {
            value = resources.apply(new Attribute(name, "Ref"));
        }
        if (value == null) {
            throw new TemplateException(where + ": the template has no resource or parameter " + name + ".");
        }
        return value;
    }

    private static @Nullable Object pseudoParameter(String name) {
        return switch (name) {
            case "AWS::Region" -> LocalNames.REGION;
            case "AWS::AccountId" -> LocalNames.ACCOUNT;
            case "AWS::Partition" -> LocalNames.PARTITION;
            case "AWS::StackName" -> "groundswell-local";
            case "AWS::StackId" -> LocalNames.arn("cloudformation", "stack/groundswell-local/local");
            case "AWS::URLSuffix" -> "amazonaws.com";
            case "AWS::NoValue" -> NoValue.NO_VALUE;
            default -> null;
        };
    }

    private Object attribute(String where, @Nullable Object argument) {
        List<String> path = argument instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(argument).split("\\.", 2));
        if (path.size() != 2) {
            throw new TemplateException(where + ": !GetAtt takes Resource.Attribute, not " + argument + ".");
        }
        Object value = resources.apply(new Attribute(path.getFirst(), path.getLast()));
        if (value == null) {
            throw new TemplateException(where + ": the template has no resource " + path.getFirst() + ".");
        }
        return value;
    }

    private String substitute(String where, @Nullable Object argument) {
        if (argument instanceof List<?> list && list.size() == 2 && list.getLast() instanceof Map<?, ?> variables) {
            return substitute(where, String.valueOf(list.getFirst()), evaluateMap(where, variables));
        }
        return substitute(where, String.valueOf(argument), Map.of());
    }

    private String substitute(String where, String text, Map<?, ?> variables) {
        return SUBSTITUTION
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        match.group(1).isEmpty()
                                ? String.valueOf(named(where, match.group(2), variables))
                                : "${" + match.group(2) + "}"));
    }

    private Object named(String where, String name, Map<?, ?> variables) {
        Object variable = variables.get(name);
        if (variable != null) {
            return variable;
        }
        return name.contains(".") ? attribute(where, name) : reference(where, name);
    }

    private String join(String where, @Nullable Object argument) {
        List<Object> arguments = arguments(where, argument);
        List<?> parts = arguments.getLast() instanceof List<?> list ? list : List.of(arguments.getLast());
        return String.join(
                String.valueOf(arguments.getFirst()),
                parts.stream().map(String::valueOf).toList());
    }

    private @Nullable Object select(String where, @Nullable Object argument) {
        List<Object> arguments = arguments(where, argument);
        int index = Integer.parseInt(String.valueOf(arguments.getFirst()));
        return arguments.getLast() instanceof List<?> list && index < list.size() ? list.get(index) : null;
    }

    private List<String> split(String where, @Nullable Object argument) {
        List<Object> arguments = arguments(where, argument);
        return List.of(String.valueOf(arguments.getLast()).split(Pattern.quote(String.valueOf(arguments.getFirst()))));
    }

    private @Nullable Object choose(String where, @Nullable Object argument) {
        if (!(argument instanceof List<?> list) || list.size() != 3) {
            throw new TemplateException(where + ": !If takes a condition and two values.");
        }
        return evaluateOrNone(where, condition(where, String.valueOf(list.getFirst())) ? list.get(1) : list.get(2));
    }

    private boolean equal(String where, @Nullable Object argument) {
        List<Object> arguments = arguments(where, argument);
        return String.valueOf(arguments.getFirst()).equals(String.valueOf(arguments.getLast()));
    }

    private @Nullable Object findInMap(String where, @Nullable Object argument) {
        Object found = mappings;
        for (Object key : arguments(where, argument)) {
            found = found instanceof Map<?, ?> map ? map.get(String.valueOf(key)) : null;
        }
        return found;
    }

    private List<Object> arguments(String where, @Nullable Object argument) {
        if (argument instanceof List<?> list && !list.isEmpty()) {
            return evaluateList(where, list);
        }
        throw new TemplateException(
                where + ": a function of CloudFormation has no list of arguments: " + argument + ".");
    }

    private static boolean isTrue(@Nullable Object value) {
        return "true".equalsIgnoreCase(String.valueOf(value));
    }
}
