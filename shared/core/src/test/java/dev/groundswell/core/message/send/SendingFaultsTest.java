package dev.groundswell.core.message.send;

import static dev.groundswell.core.message.send.SendDesk.NO_CAP;
import static dev.groundswell.core.message.send.SendDesk.ONE_A_DAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.MessageState;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever happens to workers, their calls, their answers and their slices. */
class SendingFaultsTest {

    private static final int PEOPLE = 40;

    @Property(tries = 60)
    void eachMessageHasOneOutcomeAndArrivesAtMostOnce(@ForAll long seed) {
        hasOneTruth(new FaultySending(seed, 2, PEOPLE, NO_CAP).run());
    }

    @Property(tries = 60)
    void tenCampaignsAtOnceKeepToOneMessageADay(@ForAll long seed) {
        var sending = new FaultySending(seed, 10, PEOPLE, ONE_A_DAY).run();
        hasOneTruth(sending);
        assertThat(sending.arrivalsByAddress().values()).containsOnly(1);
    }

    private static void hasOneTruth(FaultySending sending) {
        assertThat(sending.books()).containsOnlyKeys(sending.all());
        assertThat(sending.books().values()).allSatisfy(message -> isTrue(message, sending));
        assertThat(sending.listedAsUnknown())
                .containsExactlyInAnyOrderElementsOf(sending.books().values().stream()
                        .filter(message -> message.state() == MessageState.UNKNOWN)
                        .map(Message::id)
                        .toList());
    }

    private static void isTrue(Message message, FaultySending sending) {
        var arrivals = sending.arrivals(message.id());
        switch (message.state()) {
            case SENT -> assertThat(arrivals).isOne();
            case EXCLUDED, FAILED -> assertThat(arrivals).isZero();
            case UNKNOWN -> {
                assertThat(arrivals).isLessThanOrEqualTo(1);
                assertThat(sending.hadAMishap(message.id())).isTrue();
            }
            case CLAIMED, DELIVERED -> throw new AssertionError(message + " has no outcome that it could have.");
        }
    }
}
