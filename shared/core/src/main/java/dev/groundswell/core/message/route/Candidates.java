package dev.groundswell.core.message.route;

import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.provider.Provider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;

/**
 * The providers that a message can go by, in the order in which they are asked. The same message meets the same order again
 * while weights stay as they are.
 *
 * @param first those that share the messages among them; never empty if {@code then} is not
 * @param then  those without any weight, at all or at present: asked only where the others take none
 */
record Candidates(List<Provider> first, List<Provider> then) {

    static Candidates of(MessageId message, List<Provider> reaching, ToIntFunction<Provider> weight) {
        var weighty = reaching.stream()
                .filter(provider -> weight.applyAsInt(provider) > 0)
                .sorted(Comparator.comparingInt(weight).reversed().thenComparing(Provider::id))
                .toList();
        var others = reaching.stream()
                .filter(provider -> weight.applyAsInt(provider) == 0)
                .sorted(Comparator.comparingInt(Provider::weight).reversed().thenComparing(Provider::id))
                .toList();
        return weighty.isEmpty()
                ? new Candidates(others, List.of())
                : new Candidates(chosenFirst(message, weighty, weight), others);
    }

    /** One is chosen by weight; the rest stand by theirs. */
    private static List<Provider> chosenFirst(
            MessageId message, List<Provider> weighty, ToIntFunction<Provider> weight) {
        var all = weighty.stream().mapToInt(weight).sum();
        var point = new SplittableRandom(message.hashCode()).nextInt(all);
        var order = new ArrayList<>(weighty);
        for (var provider : weighty) {
            point -= weight.applyAsInt(provider);
            if (point < 0) {
                order.remove(provider);
                order.addFirst(provider);
                return List.copyOf(order);
            }
        }
        throw new IllegalStateException("A point lies within the sum of all weights.");
    }

    /** All of them, in order. */
    List<Provider> all() {
        var all = new ArrayList<>(first);
        all.addAll(then);
        return all;
    }
}
