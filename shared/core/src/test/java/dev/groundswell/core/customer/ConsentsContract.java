package dev.groundswell.core.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.customer.Consent.State;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Histories;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link Consents} does, read back by its {@link BuyerHistories}. */
public abstract class ConsentsContract {

    private static final Instant AT = Instant.parse("2026-06-10T08:00:00Z");
    private static final BuyerId BUYER = new BuyerId("b");

    protected abstract Consents consents();

    protected abstract BuyerHistories histories();

    /** A store that no other test has written to. */
    protected abstract StoreId store();

    private static Consent said(Channel channel, State state, Instant at) {
        return new Consent(channel, state, at, "checkout", "anna");
    }

    private Consent record(Consent consent) {
        return consents().record(store(), BUYER, consent);
    }

    @Test
    void isKeptByChannelForThisBuyerOnly() {
        var sms = said(Channel.SMS, State.GIVEN, AT);
        var email = said(Channel.EMAIL, State.WITHDRAWN, AT.minusNanos(1));

        assertThat(record(email)).isEqualTo(email);
        assertThat(record(sms)).isEqualTo(sms);

        assertThat(histories().ofBuyer(store(), BUYER).consents()).containsExactly(sms, email);
        assertThat(histories().ofBuyer(store(), new BuyerId("b2")).consents()).isEmpty();
        assertThat(histories().ofBuyer(new StoreId("another"), BUYER).consents())
                .isEmpty();
    }

    @Test
    void whoSaidNothingElseIsNobodyToCount() {
        record(said(Channel.SMS, State.GIVEN, AT));

        assertThat(histories().ofBuyer(store(), BUYER).isEmpty()).isTrue();
    }

    @Nested
    class OfTwo {

        @Test
        void theLaterOneCountsWhicheverComesFirst() {
            var early = said(Channel.SMS, State.WITHDRAWN, AT);
            var late = said(Channel.SMS, State.GIVEN, AT.plusNanos(1_000));

            record(late);

            assertThat(record(early)).isEqualTo(late);
            assertThat(histories().ofBuyer(store(), BUYER).consents()).containsExactly(late);
        }

        @Test
        void theWithdrawalCountsWhereBothAreOfOneInstant() {
            var withdrawn = said(Channel.SMS, State.WITHDRAWN, AT);
            var given = said(Channel.SMS, State.GIVEN, AT);

            record(given);

            assertThat(record(withdrawn)).isEqualTo(withdrawn);
            assertThat(record(given)).isEqualTo(withdrawn);
        }
    }

    @Test
    void ofManyTheSameOneCountsInAnyOrderOfArrival() {
        var many = Stream.of("checkout", "sms-reply", "旧系统", "\uD83D\uDCE8", "\uFF21")
                .flatMap(source ->
                        Stream.of("anna", "ben").map(by -> new Consent(Channel.SMS, State.GIVEN, AT, source, by)))
                .toList();
        var random = new Random(1);
        var counts = many.stream().reduce((one, other) -> other.overrules(one) ? other : one);

        for (var i = 0; i < 5; i++) {
            var buyer = new BuyerId("mixed" + i);
            Histories.shuffledAndRepeated(many, random)
                    .forEach(consent -> consents().record(store(), buyer, consent));

            assertThat(histories().ofBuyer(store(), buyer).consents())
                    .containsExactlyElementsOf(counts.stream().toList());
        }
    }
}
