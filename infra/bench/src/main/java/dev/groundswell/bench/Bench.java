package dev.groundswell.bench;

import dev.groundswell.bench.report.Report;

/** One bench: a picocli command, whose name and first line of description the list shows, and which yields a report. */
public interface Bench {

    /**
     * Measures.
     *
     * @throws UnusableInputException if an option names something that cannot be used
     */
    Report run() throws Exception;

    /** An option names something that cannot be used; the message says what and is all the user needs. */
    final class UnusableInputException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public UnusableInputException(String message) {
            super(message);
        }
    }
}
