package dev.groundswell.core.message.text;

import dev.groundswell.core.message.text.AudienceFigures.Lacking;
import dev.groundswell.core.message.text.MessageCheck.UsedVariable;
import dev.groundswell.core.message.text.Problem.Severity;
import dev.groundswell.core.message.text.TemplateText.Use;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What can be wrong with variables. */
final class VariableRules {

    private static final Lacking NONE = new Lacking(0, true);

    private final MessageQuestion question;
    private final List<CheckedPart> parts;
    private final Map<String, KnownVariable> known;

    VariableRules(MessageQuestion question, List<CheckedPart> parts) {
        this.question = question;
        this.parts = parts;
        this.known = question.known().stream().collect(Collectors.toMap(KnownVariable::name, Function.identity()));
    }

    void check(Problems problems) {
        for (var part : parts) {
            part.tags().forEach(tag -> checkTag(part, tag, problems));
            part.uses().forEach(use -> checkUse(part, use, problems));
        }
        used().stream().filter(UsedVariable::needed).forEach(variable -> checkValues(variable, problems));
        checkPeak(problems);
    }

    /** Those that are known, in the order in which they are written first. */
    List<UsedVariable> used() {
        var used = new LinkedHashMap<String, Boolean>();
        for (var part : parts) {
            part.conditions().forEach(condition -> used.putIfAbsent(condition.name(), false));
            part.uses().forEach(use -> used.merge(use.name(), use.isNeeded(), Boolean::logicalOr));
        }
        var variables = new ArrayList<UsedVariable>();
        used.forEach((name, needed) -> {
            var variable = known.get(name);
            if (variable != null) {
                variables.add(new UsedVariable(variable, needed));
            }
        });
        return variables;
    }

    private void checkTag(CheckedPart part, Use tag, Problems problems) {
        if (!known.containsKey(tag.name())) {
            problems.error(ProblemCode.UNKNOWN_VARIABLE, "There is no variable '" + tag.name() + "'.", part.at(tag));
        }
        if (tag.name().equals(Variables.LINK) && question.link().isEmpty()) {
            problems.error(ProblemCode.LINK_WITHOUT_TARGET, "Say where the link leads, or take it out.", part.at(tag));
        }
    }

    private void checkUse(CheckedPart part, Use use, Problems problems) {
        var variable = known.get(use.name());
        if (variable != null && variable.type() == VariableType.FLAG) {
            problems.error(
                    ProblemCode.FLAG_AS_TEXT,
                    "'" + use.name() + "' holds or does not: write {{#" + use.name() + "}}…{{/" + use.name() + "}}.",
                    part.at(use));
        }
    }

    private void checkValues(UsedVariable used, Problems problems) {
        var name = used.variable().name();
        var lacking = question.audience().lacking().getOrDefault(name, NONE);
        if (lacking.members() > 0) {
            problems.warning(
                    ProblemCode.MISSING_VALUES,
                    (lacking.isExact() ? "" : "About ") + lacking.members() + " of "
                            + question.audience().members() + " have no '" + name
                            + "' and would get no message: write {{#" + name + "}}…{{/" + name
                            + "}} around what needs it.",
                    first(name));
        }
    }

    private Span first(String name) {
        return parts.stream()
                .flatMap(part -> part.uses().stream()
                        .filter(use -> use.name().equals(name))
                        .map(part::at))
                .findFirst()
                .orElseThrow();
    }

    private void checkPeak(Problems problems) {
        var peaks = question.settings().peaks();
        if (question.at().filter(peaks::contain).isEmpty()) {
            return;
        }
        var severity = peaks.rule() == PeakHours.Rule.REFUSE ? Severity.ERROR : Severity.WARNING;
        parts.stream()
                .flatMap(part -> part.tags().map(part::at))
                .findFirst()
                .ifPresent(place -> problems.add(
                        severity,
                        ProblemCode.VARIABLES_IN_PEAK,
                        "It is sent in a peak, when messages without variables go out faster.",
                        place));
    }
}
