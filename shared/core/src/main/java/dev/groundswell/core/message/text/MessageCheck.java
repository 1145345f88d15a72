package dev.groundswell.core.message.text;

import dev.groundswell.core.message.text.Problem.Severity;
import dev.groundswell.core.order.BuyerId;
import java.util.List;
import java.util.Optional;

/**
 * What {@link CheckMessage} found.
 *
 * @param problems  in the order in which they stand
 * @param variables those that are written, each once
 * @param lengths   of an SMS; empty of an e-mail, and where the braces are wrong
 * @param previews  what some members would read
 */
public record MessageCheck(
        List<Problem> problems, List<UsedVariable> variables, Optional<Lengths> lengths, List<Preview> previews) {

    /** @param needed whether whoever has no value gets no message; not so where it is only said if there is one */
    public record UsedVariable(KnownVariable variable, boolean needed) {}

    /**
     * Signature and way out included: of the sample's messages where there is one, otherwise with made-up values.
     *
     * @param typical half of them are as long or longer
     */
    public record Lengths(SmsLength typical, SmsLength longest) {}

    /** What a member would read, or lacks. */
    public record Preview(BuyerId buyer, Rendering rendering) {}

    public MessageCheck {
        problems = List.copyOf(problems);
        variables = List.copyOf(variables);
        previews = List.copyOf(previews);
    }

    /** Whether it may be sent so. */
    public boolean passes() {
        return problems.stream().noneMatch(problem -> problem.severity() == Severity.ERROR);
    }
}
