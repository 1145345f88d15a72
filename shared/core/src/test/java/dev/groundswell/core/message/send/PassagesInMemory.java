package dev.groundswell.core.message.send;

import dev.groundswell.core.message.Draft;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.provider.Answer;
import dev.groundswell.core.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** {@link Passages} to a provider in memory, for tests. It takes everything, at any pace, unless it is told otherwise. */
public final class PassagesInMemory implements Passages {

    private final InstantSource clock;
    private final List<MessageId> arrivals = new ArrayList<>();
    private int pace = Integer.MAX_VALUE;
    private Function<Draft, Answer> provider = draft -> new Answer.Accepted("its-" + draft.id());

    public PassagesInMemory(InstantSource clock) {
        this.clock = clock;
    }

    /** So many messages are admitted of each slice. */
    public PassagesInMemory admitting(int messages) {
        pace = messages;
        return this;
    }

    public PassagesInMemory answering(Function<Draft, Answer> answer) {
        provider = answer;
        return this;
    }

    /** What a provider may have sent to somebody, in its order: what it took, and that of which its answer was lost. */
    public synchronized List<MessageId> arrivals() {
        return List.copyOf(arrivals);
    }

    @Override
    public Passage open(Store store, Urgency urgency, List<Draft> drafts, Instant until) {
        return new Passage() {

            @Override
            public List<Draft> admitted() {
                return drafts.subList(0, Math.min(pace, drafts.size()));
            }

            @Override
            public Map<MessageId, Routed> send(Collection<Draft> some) {
                var answers = new LinkedHashMap<MessageId, Routed>();
                some.forEach(draft -> answers.put(draft.id(), ask(draft, until)));
                return answers;
            }
        };
    }

    private synchronized Routed ask(Draft draft, Instant until) {
        if (!clock.instant().isBefore(until)) {
            return new Routed(new Answer.NotTaken("LATE", "Its turn would be too late."), "");
        }
        var answer = provider.apply(draft);
        if (answer instanceof Answer.Accepted || answer instanceof Answer.Lost) {
            arrivals.add(draft.id());
        }
        return new Routed(answer, "memory");
    }
}
