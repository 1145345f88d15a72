package dev.groundswell.core.concurrent;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Calls a function for many arguments on virtual threads, so many at a time, and waits for all of them. */
public final class FanOut {

    private FanOut() {}

    /** How one call ended. */
    public sealed interface Outcome<R> {
        record Done<R>(R result) implements Outcome<R> {}

        record Failed<R>(RuntimeException cause) implements Outcome<R> {}

        /** @throws RuntimeException the call's own, if it failed */
        default R orThrow() {
            return switch (this) {
                case Done<R>(var result) -> result;
                case Failed<R>(var cause) -> throw cause;
            };
        }
    }

    /** How each call ended, by its key, in the order of {@code arguments}. */
    public static <K, A, R> Map<K, Outcome<R>> over(Map<K, A> arguments, int atOnce, Function<A, R> function) {
        var outcomes = new LinkedHashMap<K, Outcome<R>>();
        if (arguments.size() == 1) {
            arguments.forEach((key, argument) -> outcomes.put(key, call(() -> function.apply(argument))));
            return outcomes;
        }
        var places = new Semaphore(atOnce);
        var calls = new LinkedHashMap<K, Future<Outcome<R>>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            arguments.forEach((key, argument) ->
                    calls.put(key, threads.submit(() -> call(within(places, () -> function.apply(argument))))));
        }
        calls.forEach((key, call) -> outcomes.put(key, result(call)));
        return outcomes;
    }

    /** An error is the caller's too, whatever came of the other calls: it ends the process. */
    private static <R> Outcome<R> result(Future<Outcome<R>> call) {
        if (call.state() == Future.State.FAILED && call.exceptionNow() instanceof Error error) {
            throw error;
        }
        return call.resultNow();
    }

    private static <R> Callable<R> within(Semaphore places, Callable<R> call) {
        return () -> {
            places.acquire();
            try {
                return call.call();
            } finally {
                places.release();
            }
        };
    }

    private static <R> Outcome<R> call(Callable<R> call) {
        try {
            return new Outcome.Done<>(call.call());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Outcome.Failed<>(
                    new IllegalStateException("Interrupted while waiting for a place.", interrupted));
        } catch (RuntimeException failure) {
            return new Outcome.Failed<>(failure);
        } catch (Exception cannotHappen) {
            return new Outcome.Failed<>(new IllegalStateException(cannotHappen));
        }
    }
}
