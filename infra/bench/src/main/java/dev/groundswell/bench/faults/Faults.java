package dev.groundswell.bench.faults;

import dev.groundswell.bench.system.WatchedClient;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.core.message.Message;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Lets things go wrong by chance, from {@link #begin} to {@link #end}, and remembers what did. One seed gives the same chances, but
 * threads take them in an order of their own.
 */
public final class Faults {

    /** The function that is killed as often as all others together: what it leaves behind is what this is about. */
    private static final String SENDER = "CampaignSend";

    private static final int PERCENT = 100;
    private static final int LATEST_SECOND_DELIVERY =
            (int) Duration.ofSeconds(10).toSeconds();

    private final FaultRates rates;
    private final Random random;
    private final Suspects suspects;
    private final Map<String, Integer> kills = new TreeMap<>();
    private final Map<Fate, Integer> fates = new TreeMap<>();
    private boolean underWay;
    private long senderDiesAt;
    private long anotherDiesAt;

    /** @param messages the name of the table of messages */
    public Faults(FaultRates rates, String messages, long seed) {
        this.rates = rates;
        this.random = new Random(seed);
        this.suspects = new Suspects(messages);
    }

    public synchronized void begin() {
        underWay = true;
        senderDiesAt = System.nanoTime() + untilNextKill();
        anotherDiesAt = System.nanoTime() + untilNextKill();
    }

    public synchronized void end() {
        underWay = false;
    }

    /** Surrounds an instance. */
    public FunctionEnvironment instance(String function, FunctionEnvironment environment) {
        return new MortalInstance(function, this, suspects).environment(environment);
    }

    /** Wraps the client of the queues. */
    public UnaryOperator<SqsClient> queues() {
        return client -> WatchedClient.of(SqsClient.class, client, new TwiceDelivered(this::delayOfSecondDelivery));
    }

    /** Whether one of these faults accounts for a message that is unknown. */
    public boolean explains(Message unknown) {
        return suspects.explain(unknown.id());
    }

    /** How many instances were killed, by their functions. */
    public synchronized Map<String, Integer> kills() {
        return Map.copyOf(kills);
    }

    /** What befell requests to tables, and how often. */
    public synchronized Map<Fate, Integer> fates() {
        return Map.copyOf(fates);
    }

    // ---- by chance

    /** Whether the instance ends at this call of it. */
    synchronized boolean isKilled(String function) {
        var isSender = function.equals(SENDER);
        if (!underWay || System.nanoTime() < (isSender ? senderDiesAt : anotherDiesAt)) {
            return false;
        }
        if (isSender) {
            senderDiesAt = System.nanoTime() + untilNextKill();
        } else {
            anotherDiesAt = System.nanoTime() + untilNextKill();
        }
        kills.merge(function, 1, Integer::sum);
        return true;
    }

    private long untilNextKill() {
        return (long) (rates.betweenKills().toNanos() * (0.5 + random.nextDouble()));
    }

    synchronized boolean coin() {
        return random.nextBoolean();
    }

    synchronized Fate fateOfRequest() {
        if (!underWay) {
            return Fate.ANSWERED;
        }
        var fate = fate(random.nextInt(PERCENT));
        fates.merge(fate, 1, Integer::sum);
        return fate;
    }

    private Fate fate(int chance) {
        var unanswered = rates.percentThrottled() + rates.percentUnanswered();
        if (chance < rates.percentThrottled()) {
            return Fate.THROTTLED;
        }
        if (chance < unanswered) {
            return Fate.UNANSWERED;
        }
        return chance < unanswered + rates.percentAskedAgain() ? Fate.ASKED_AGAIN : Fate.ANSWERED;
    }

    /** In seconds; less than 0 if there is none. */
    private synchronized int delayOfSecondDelivery() {
        return underWay && random.nextInt(PERCENT) < rates.percentTwice() ? random.nextInt(LATEST_SECOND_DELIVERY) : -1;
    }
}
