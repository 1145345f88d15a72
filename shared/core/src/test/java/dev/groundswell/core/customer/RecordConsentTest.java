package dev.groundswell.core.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.customer.Consent.State;
import dev.groundswell.core.customer.RecordConsent.Result.AheadOfTime;
import dev.groundswell.core.customer.RecordConsent.Result.Recorded;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.OrdersInMemory;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecordConsentTest {

    private static final Instant NOW = Instant.parse("2026-06-10T08:00:00Z");

    private final HistoriesInMemory histories = new HistoriesInMemory(new OrdersInMemory());
    private final RecordConsent recording = new RecordConsent(histories, () -> NOW);

    private RecordConsent.Result record(State state, Instant at) {
        return recording.record(
                new StoreId("demo"), new BuyerId("b"), new Consent(Channel.SMS, state, at, "checkout", "anna"));
    }

    @Test
    void tellsWhatCountsNow() {
        var withdrawn = new Consent(Channel.SMS, State.WITHDRAWN, NOW, "checkout", "anna");

        assertThat(record(State.WITHDRAWN, NOW)).isEqualTo(new Recorded(withdrawn));
        assertThat(record(State.GIVEN, NOW.minusSeconds(1))).isEqualTo(new Recorded(withdrawn));
    }

    @Test
    void aClockMayBeALittleAhead() {
        assertThat(record(State.GIVEN, NOW.plus(RecordConsent.MAX_AHEAD))).isInstanceOf(Recorded.class);
    }

    @Test
    void nothingIsSaidInTheFutureThatWouldOverruleAllThatIsSaidUntilThen() {
        assertThat(record(State.GIVEN, NOW.plus(RecordConsent.MAX_AHEAD).plusNanos(1)))
                .isEqualTo(new AheadOfTime());
        assertThat(histories.ofBuyer(new StoreId("demo"), new BuyerId("b")).consents())
                .isEmpty();
    }
}
