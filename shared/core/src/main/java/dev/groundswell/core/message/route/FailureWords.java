package dev.groundswell.core.message.route;

import dev.groundswell.core.message.provider.Answer;
import java.util.Collection;
import java.util.regex.Pattern;

/** What a provider said of a call that it failed, so that people see what is wrong: shortened, and without anybody's address. */
final class FailureWords {

    /** A sentence; some providers return whole pages. */
    private static final int MAX_LENGTH = 200;

    /** A number of a phone, or of an account; or a mailbox. */
    private static final Pattern ADDRESS = Pattern.compile("\\d[\\d -]{5,}\\d|\\S+@\\S+");

    private FailureWords() {}

    /** Of the first of its messages; those of a call fail together. */
    static String of(Collection<Answer> answers) {
        return answers.stream().findFirst().map(FailureWords::of).orElse("");
    }

    private static String of(Answer answer) {
        return switch (answer) {
            case Answer.NotTaken(var code, var message) -> readable(code + ": " + message);
            case Answer.Lost(var reason) -> readable(reason);
            case Answer.Accepted _, Answer.Refused _ -> "";
        };
    }

    private static String readable(String words) {
        var anonymous = ADDRESS.matcher(words).replaceAll("…").strip();
        return anonymous.length() <= MAX_LENGTH ? anonymous : anonymous.substring(0, MAX_LENGTH - 1) + "…";
    }
}
