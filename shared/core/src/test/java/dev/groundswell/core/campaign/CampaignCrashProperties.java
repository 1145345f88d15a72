package dev.groundswell.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.message.MessageState;
import dev.groundswell.core.message.provider.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Workers die anywhere, and hints come twice, late, or not at all: each member has exactly one outcome in the end. */
class CampaignCrashProperties {

    private static final int PEOPLE = 45;

    /** Of the moments to die at; no multiple of what a chunk's calls repeat after. */
    private static final int EVERY = 7;

    /** Everybody has one outcome, nobody got two messages, and all money is spent, given back or kept for the unknown. */
    private static void assertAccountedFor(CampaignDesk desk, CampaignId id) {
        var counts = desk.progress(id).counts();
        assertThat(desk.read(id).status()).isEqualTo(CampaignStatus.COMPLETED);
        assertThat(desk.doubled()).isEmpty();
        assertThat(counts.waiting()).isZero();
        assertThat(counts.members()).isEqualTo(PEOPLE);
        var books = desk.messages.all(CampaignDesk.STORE.id());
        var sent = books.stream()
                .filter(message -> message.state() == MessageState.SENT)
                .count();
        var unknown = books.stream()
                .filter(message -> message.state() == MessageState.UNKNOWN)
                .count();
        assertThat(counts.sent()).isEqualTo(sent);
        assertThat(counts.unknown()).isEqualTo(unknown);
        assertThat(new HashSet<>(desk.arrivals()).size()).isBetween((int) sent, (int) (sent + unknown));
        var reserved = desk.wallets.find(CampaignDesk.STORE.id()).reserved();
        assertThat(reserved == 0).isEqualTo(unknown == 0);
    }

    private static CampaignDesk desk() {
        var desk = new CampaignDesk();
        desk.customers(PEOPLE - 2);
        desk.customer("twin", CampaignDesk.phone(3), null);
        desk.customer("nobody", null, null);
        return desk;
    }

    @Test
    void oneDeathAtAnyCallLeavesNobodyOut() {
        var calls = new AtomicInteger();
        var counted = desk();
        var first = counted.scheduled(ACampaign.sms("Hello {{name}}"));
        counted.workUntilOver(
                Mortal.when(() -> {
                    calls.incrementAndGet();
                    return false;
                }),
                sent -> sent,
                first);

        for (var at = 1; at <= calls.get(); at += EVERY) {
            var left = new AtomicInteger(at);
            var desk = desk();
            var id = desk.scheduled(ACampaign.sms("Hello {{name}}"));
            desk.workUntilOver(Mortal.when(() -> left.decrementAndGet() == 0), sent -> sent, id);
            assertAccountedFor(desk, id);
        }
    }

    @Property(tries = 40)
    void manyDeathsAndHintsThatAreLostDoubledAndShuffled(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int pace) {
        var chance = new Random(seed);
        var desk = desk();
        desk.passages.admitting(pace).answering(draft -> switch (chance.nextInt(20)) {
            case 0 -> new Answer.Lost("No answer.");
            case 1 -> new Answer.NotTaken("THROTTLED", "Too many.");
            default -> new Answer.Accepted("its-" + draft.id());
        });
        var id = desk.scheduled(ACampaign.sms("Hello {{name}}"));

        desk.workUntilOver(Mortal.when(() -> chance.nextInt(120) == 0), sent -> garbled(sent, chance), id);

        assertAccountedFor(desk, id);
    }

    private static List<CampaignStep> garbled(List<CampaignStep> sent, Random chance) {
        var garbled = new ArrayList<CampaignStep>();
        for (var step : sent) {
            for (var copies = chance.nextInt(8); copies > 0; copies -= 3) {
                garbled.add(step);
            }
        }
        Collections.shuffle(garbled, chance);
        return garbled;
    }
}
