package dev.groundswell.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What all {@link Standings} do. */
public abstract class StandingsContract {

    private static final Instant AT = Instant.parse("2026-11-11T08:00:00Z");
    private static final AddressKey ANNA = address(1);
    private static final AddressKey BEN = address(2);

    protected abstract Standings standings();

    /** A store that no other test has written to. */
    protected abstract StoreId store();

    private static AddressKey address(int i) {
        return AddressKey.of(new Phone("+86138001380" + (10 + i)));
    }

    private static Barring set(Instant at) {
        return new Barring(true, at, "sms-reply", "in/1");
    }

    private static Barring lifted(Instant at) {
        return new Barring(false, at, "graphql", "anna");
    }

    private Standing of(AddressKey address) {
        return standings().find(store(), List.of(address)).getOrDefault(address, Standing.CLEAR);
    }

    @Test
    void knowNothingOfAnAddressThatNobodySpokeOf() {
        assertThat(standings().find(store(), List.of(ANNA))).isEmpty();
    }

    @Test
    void keepABarForOneAddressOfOneStore() {
        standings().note(store(), ANNA, Bar.UNSUBSCRIBED, set(AT));

        assertThat(standings().find(store(), List.of(ANNA, BEN))).containsOnlyKeys(ANNA);
        assertThat(standings().find(new StoreId("another"), List.of(ANNA))).isEmpty();
        assertThat(of(ANNA).exclusion()).contains(ExclusionReason.UNSUBSCRIBED);
    }

    @Test
    void keepEachBarByItself() {
        standings().note(store(), ANNA, Bar.SUPPRESSED, set(AT));
        standings().note(store(), ANNA, Bar.BLACKLISTED, set(AT));
        standings().note(store(), ANNA, Bar.BLACKLISTED, lifted(AT.plusSeconds(1)));

        assertThat(of(ANNA).exclusion()).contains(ExclusionReason.SUPPRESSED);
        assertThat(of(ANNA).barrings()).containsOnlyKeys(Bar.BLACKLISTED, Bar.SUPPRESSED);
        assertThat(of(ANNA).barrings().get(Bar.SUPPRESSED)).isEqualTo(set(AT));
    }

    @Test
    void areReadForMoreAddressesThanOneCallTakes() {
        var many = IntStream.range(0, 89).mapToObj(StandingsContract::address).toList();
        many.forEach(address -> standings().note(store(), address, Bar.BLACKLISTED, set(AT)));

        var asked = new ArrayList<>(many);
        IntStream.range(0, 60).forEach(i -> asked.add(AddressKey.of(new Phone("+8613900139" + (100 + i)))));
        assertThat(standings().find(store(), asked)).hasSize(89);
    }

    @Nested
    class OfTwoWords {

        @Test
        void theLaterOneCountsWhicheverComesFirst() {
            standings().note(store(), ANNA, Bar.UNSUBSCRIBED, lifted(AT.plusNanos(1)));

            assertThat(standings().note(store(), ANNA, Bar.UNSUBSCRIBED, set(AT)))
                    .isEqualTo(lifted(AT.plusNanos(1)));
            assertThat(of(ANNA).exclusion()).isEmpty();
        }

        @Test
        void theOneThatBarsCountsWhereBothAreOfOneInstant() {
            standings().note(store(), ANNA, Bar.UNSUBSCRIBED, set(AT));

            assertThat(standings().note(store(), ANNA, Bar.UNSUBSCRIBED, lifted(AT)))
                    .isEqualTo(set(AT));
        }

        @Test
        void theSameOneCountsInAnyOrderOfArrival() {
            var words = new ArrayList<>(List.of(
                    set(AT), lifted(AT), lifted(AT.plusSeconds(2)), set(AT.plusSeconds(2)), set(AT.plusSeconds(1))));
            var random = new Random(1);
            for (var i = 0; i < 5; i++) {
                Collections.shuffle(words, random);
                var address = address(i);
                words.forEach(word -> standings().note(store(), address, Bar.UNSUBSCRIBED, word));

                assertThat(of(address).barrings().get(Bar.UNSUBSCRIBED)).isEqualTo(set(AT.plusSeconds(2)));
            }
        }
    }
}
