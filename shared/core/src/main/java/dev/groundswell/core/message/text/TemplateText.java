package dev.groundswell.core.message.text;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One text with variables, in the language of Mustache as far as it has no logic: {@code {{name}}}, {@code {{#name}}…{{/name}}}
 * for what is only said where there is a value, and {@code {{^name}}…{{/name}}} for what is said where there is none.
 */
final class TemplateText {

    /** Nobody needs more sections within sections; without a limit, rendering would need any depth of stack. */
    private static final int MAX_NESTING = 10;

    private static final String OPENING = "{{";

    /** Three braces would be a value that is not escaped. */
    private static final Pattern TAG = Pattern.compile("(?<!\\{)\\{\\{([#^/]?)[ \\t]*([a-z][a-z0-9_]*)[ \\t]*}}(?!})");

    private final String source;
    private final List<Use> uses;
    private final List<Use> conditions;
    private final Template template;

    private TemplateText(String source, List<Use> uses, List<Use> conditions, Template template) {
        this.source = source;
        this.uses = List.copyOf(uses);
        this.conditions = List.copyOf(conditions);
        this.template = template;
    }

    /** How a value is written into the text. */
    enum Form {
        /** As it is. */
        PLAIN,
        /** With what HTML has another meaning for as entities, so that no value is ever markup. */
        HTML
    }

    /**
     * A variable in a text.
     *
     * @param start  of its tag, in UTF-16 units
     * @param end    behind it
     * @param within the sections it stands in
     */
    record Use(String name, int start, int end, List<Section> within) {

        Use {
            within = List.copyOf(within);
        }

        /** Whether the person would read it, and has no value for it. */
        boolean isMissing(Variables variables) {
            return variables.value(name) == null && within.stream().allMatch(section -> section.isSaid(variables));
        }

        /** Whether there are people without a value who would read it. */
        boolean isNeeded() {
            return within.stream()
                    .noneMatch(section -> section.isThere() && section.name().equals(name));
        }
    }

    /** @param isThere whether it is said where there is a value; otherwise where there is none */
    record Section(String name, boolean isThere) {

        boolean isSaid(Variables variables) {
            return (variables.value(name) != null) == isThere;
        }
    }

    /** @return empty where errors were found, which are added */
    static Optional<TemplateText> read(TextPart part, String source, Form form, List<TemplateError> errors) {
        var reader = new Reader(part, source, errors);
        var before = errors.size();
        reader.read();
        return errors.size() > before
                ? Optional.empty()
                : Optional.of(new TemplateText(
                        source, reader.uses, reader.conditions, compiler(form).compile(source)));
    }

    private static Mustache.Compiler compiler(Form form) {
        return Mustache.compiler().escapeHTML(form == Form.HTML).withCollector(new ByName());
    }

    String source() {
        return source;
    }

    /** The variables that are read. */
    List<Use> uses() {
        return uses;
    }

    /** The variables that sections begin with. */
    List<Use> conditions() {
        return conditions;
    }

    /** Those that the person would read, and has no value for; mostly none. */
    Set<String> missing(Variables variables) {
        Set<String> missing = Set.of();
        for (var use : uses) {
            if (use.isMissing(variables)) {
                missing = missing.isEmpty() ? new LinkedHashSet<>() : missing;
                missing.add(use.name());
            }
        }
        return missing;
    }

    /** All names, those of sections too. */
    Set<String> variables() {
        var names = new LinkedHashSet<String>();
        conditions.forEach(condition -> names.add(condition.name()));
        uses.forEach(use -> names.add(use.name()));
        return names;
    }

    /** @param variables none of those that are read is missing */
    String render(Variables variables) {
        return template.execute(variables);
    }

    /** Looks values up by name and in nothing else; the library's own way would find the methods of a value's class. */
    private static final class ByName implements Mustache.Collector {

        @Override
        public @Nullable Iterator<?> toIterator(Object value) {
            return value instanceof Iterable<?> several ? several.iterator() : null;
        }

        @Override
        public Mustache.@Nullable VariableFetcher createFetcher(Object context, String name) {
            return context instanceof Variables ? (variables, wanted) -> ((Variables) variables).value(wanted) : null;
        }

        @Override
        public <K, V> Map<K, V> createFetcherCache() {
            return new ConcurrentHashMap<>();
        }
    }

    /** Finds the tags, so that what is wrong has a place. */
    private static final class Reader {

        private final TextPart part;
        private final String source;
        private final List<TemplateError> errors;
        private final List<Use> uses = new ArrayList<>();
        private final List<Use> conditions = new ArrayList<>();
        private final ArrayDeque<OpenSection> open = new ArrayDeque<>();

        Reader(TextPart part, String source, List<TemplateError> errors) {
            this.part = part;
            this.source = source;
            this.errors = errors;
        }

        private record OpenSection(Section section, int start, int end) {}

        void read() {
            var tag = TAG.matcher(source);
            var read = 0;
            while (tag.find()) {
                refuseBraces(read, tag.start());
                take(tag.group(1), tag.group(2), tag.start(), tag.end());
                read = tag.end();
            }
            refuseBraces(read, source.length());
            open.forEach(section -> error(
                    "{{#" + section.section().name() + "}} is never closed: write {{/"
                            + section.section().name() + "}}.",
                    section.start(),
                    section.end()));
        }

        private void take(String sign, String name, int start, int end) {
            switch (sign) {
                case "#" -> open(new Section(name, true), start, end);
                case "^" -> open(new Section(name, false), start, end);
                case "/" -> close(name, start, end);
                default -> uses.add(new Use(name, start, end, within()));
            }
        }

        private List<Section> within() {
            return open.stream().map(OpenSection::section).limit(MAX_NESTING).toList();
        }

        private void open(Section section, int start, int end) {
            if (open.size() == MAX_NESTING) {
                error("There are at most " + MAX_NESTING + " sections within each other.", start, end);
            }
            conditions.add(new Use(section.name(), start, end, within()));
            open.push(new OpenSection(section, start, end));
        }

        private void close(String name, int start, int end) {
            var innermost = open.poll();
            if (innermost == null || !innermost.section().name().equals(name)) {
                error("{{/" + name + "}} closes nothing that is open here.", start, end);
            }
        }

        /** Braces that are no tag: a slip of the finger, or more of the language than there is here. */
        private void refuseBraces(int from, int to) {
            var at = source.indexOf(OPENING, from);
            if (at >= 0 && at < to) {
                error(
                        "A variable is written {{name}}, in small letters, digits and underscores.",
                        at,
                        at + OPENING.length());
            }
        }

        private void error(String message, int start, int end) {
            errors.add(new TemplateError(part, message, start, end));
        }
    }
}
