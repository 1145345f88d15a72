package dev.groundswell.core.history;

/** How far an import is. */
public sealed interface ImportState {

    /** Waits for a worker. */
    record Queued() implements ImportState {}

    record Running() implements ImportState {}

    /** Every line was read, and taken, rejected or skipped. */
    record Completed() implements ImportState {}

    /** A person ended it; what it had taken stays. */
    record Cancelled() implements ImportState {}

    /**
     * It could not go on; what it had taken stays.
     *
     * @param reason a sentence for the person who started it: what is wrong, where, and what would help
     */
    record Failed(String reason) implements ImportState {}

    /** Whether nothing more will be taken. */
    default boolean isOver() {
        return switch (this) {
            case Queued _, Running _ -> false;
            case Completed _, Cancelled _, Failed _ -> true;
        };
    }
}
