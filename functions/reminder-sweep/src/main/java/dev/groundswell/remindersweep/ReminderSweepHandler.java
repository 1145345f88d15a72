package dev.groundswell.remindersweep;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.function.FunctionLog;
import dev.groundswell.cloud.reminder.ReminderStepQueue;
import dev.groundswell.core.reminder.sweep.SweepStore;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.Stores;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.random.RandomGenerator;

/**
 * Every minute: sends what is due in each store, and has others go on where there is more. Answers for how many stores: {@code
 * {"swept":1}}. A store that fails does not keep the others waiting, nor itself: the next minute looks again.
 */
public final class ReminderSweepHandler implements RequestStreamHandler {

    private final Stores stores;
    private final SweepStore sweep;
    private final ReminderStepQueue queue;

    public ReminderSweepHandler() {
        this(FunctionEnvironment.current(), new SecureRandom());
    }

    ReminderSweepHandler(FunctionEnvironment environment, RandomGenerator random) {
        var parts = new ReminderParts(environment, random);
        this.stores = parts.stores();
        this.sweep = parts.sweep();
        this.queue = parts.queue();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        var all = new ArrayList<Store>();
        stores.each(all::add);
        var log = new FunctionLog(context.getLogger());
        var swept = all.stream().filter(store -> isSwept(store, log)).count();
        if (swept < all.size()) {
            throw new IllegalStateException((all.size() - swept) + " of " + all.size() + " stores were not swept.");
        }
        answer.write("{\"swept\":%d}".formatted(swept).getBytes(StandardCharsets.UTF_8));
    }

    private boolean isSwept(Store store, FunctionLog log) {
        try {
            var unfinished = sweep.sweep(store);
            if (!unfinished.isEmpty()) {
                queue.wake(store.id(), unfinished);
            }
            return true;
        } catch (RuntimeException broken) {
            log.error("store-not-swept", broken, "store", store.id());
            return false;
        }
    }
}
