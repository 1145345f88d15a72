package dev.groundswell.local.function;

/** How an invocation ended. */
public sealed interface Outcome {

    /** The function's answer. */
    @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
    record Answer(byte[] bytes) implements Outcome {}

    /** The function threw, or took longer than its time-out: {@code json} is what Lambda answers then. */
    record Failure(String requestId, String message, String json) implements Outcome {}
}
