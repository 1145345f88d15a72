package dev.groundswell.core.behaviour;

import static dev.groundswell.core.behaviour.Behaviours.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.order.Histories;
import dev.groundswell.core.time.StoreCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BuyerBehaviourTest {

    private static final StoreCalendar CALENDAR = new StoreCalendar(ZoneId.of("Asia/Shanghai"));

    private static BuyerBehaviour of(BehaviourEvent... events) {
        return BuyerBehaviour.of(BehaviourDay.inOrder(List.of(events)), CALENDAR);
    }

    private static BehaviourEvent at(String time, BehaviourKind kind, String item) {
        return anEvent("b", kind, item, null, "2026-06-10T" + time + "Z");
    }

    @Nested
    class ACart {

        @Test
        void holdsWhatWasPutInAndNotTakenOutTheLatestFirst() {
            var behaviour = of(
                    at("08:00:00", BehaviourKind.CART, "i1"),
                    at("08:01:00", BehaviourKind.CART, "i2"),
                    at("08:02:00", BehaviourKind.CART, "i3"),
                    at("08:03:00", BehaviourKind.UNCART, "i2"));

            assertThat(behaviour.cart()).extracting(ItemInterest::itemId).containsExactly("i3", "i1");
            assertThat(behaviour.cartItems()).isEqualTo(2);
            assertThat(behaviour.lastCartedAt()).isEqualTo("2026-06-10T08:02:00Z");
        }

        @Test
        void holdsWhatWasPutInAgain() {
            assertThat(of(
                                    at("08:00:00", BehaviourKind.CART, "i"),
                                    at("08:01:00", BehaviourKind.UNCART, "i"),
                                    at("08:02:00", BehaviourKind.CART, "i"))
                            .cartItems())
                    .isEqualTo(1);
        }

        @Test
        void isLeftByWhatIsBought() {
            assertThat(of(at("08:00:00", BehaviourKind.CART, "i"), at("08:01:00", BehaviourKind.PURCHASE, "i"))
                            .cart())
                    .isEmpty();
        }

        @Test
        void isLeftByWhatIsTakenOutInTheSameSecond() {
            assertThat(of(at("08:00:00", BehaviourKind.UNCART, "i"), at("08:00:00", BehaviourKind.CART, "i"))
                            .cart())
                    .isEmpty();
        }

        @Test
        void countsMoreThanItLists() {
            var many = IntStream.range(0, BuyerBehaviour.MAX_ITEMS + 5)
                    .mapToObj(i -> at("08:00:00", BehaviourKind.CART, "i" + i))
                    .toArray(BehaviourEvent[]::new);

            assertThat(of(many).cart()).hasSize(BuyerBehaviour.MAX_ITEMS);
            assertThat(of(many).cartItems()).isEqualTo(BuyerBehaviour.MAX_ITEMS + 5);
        }
    }

    @Nested
    class AFavourite {

        @Test
        void isLeftByItsRemovalOnly() {
            var behaviour = of(
                    at("08:00:00", BehaviourKind.FAVOURITE, "i1"),
                    at("08:00:00", BehaviourKind.FAVOURITE, "i2"),
                    at("08:01:00", BehaviourKind.PURCHASE, "i1"),
                    at("08:02:00", BehaviourKind.UNFAVOURITE, "i2"));

            assertThat(behaviour.favourites()).extracting(ItemInterest::itemId).containsExactly("i1");
        }
    }

    @Nested
    class ADay {

        @Test
        void isOneOfTheStore() {
            assertThat(of(at("15:59:59", BehaviourKind.VIEW, "i"), at("16:00:00", BehaviourKind.VIEW, "i"))
                            .days())
                    .extracting(BuyerBehaviour.Day::day)
                    .containsExactly(LocalDate.of(2026, 6, 11), LocalDate.of(2026, 6, 10));
        }

        @Property(tries = 50)
        void withTooManyEventsEndsAlikeWhateverTheirSequenceAndRepetition(
                @ForAll long seed, @ForAll @IntRange(min = 1, max = 400) int beyond) {
            var random = new Random(seed);
            var events = IntStream.range(0, BehaviourDay.MAX_EVENTS + beyond)
                    .mapToObj(second -> anEvent(
                            "b",
                            BehaviourKind.VIEW,
                            "i",
                            null,
                            Instant.parse("2026-06-10T00:00:00Z")
                                    .plusSeconds(second)
                                    .toString()))
                    .toList();
            var day = BehaviourDay.empty(LocalDate.of(2026, 6, 10));
            for (var batch : Histories.split(Histories.shuffledAndRepeated(events, random), random, 300)) {
                day = day.with(batch);
            }

            assertThat(day.events()).isEqualTo(events.subList(0, BehaviourDay.MAX_EVENTS));
            assertThat(day.beyond().estimate())
                    .isEqualTo(
                            BehaviourDay.empty(day.day()).with(events).beyond().estimate());
        }
    }

    @Test
    void nobodyHasBehavedWithoutAnEvent() {
        assertThat(of().isEmpty()).isTrue();
    }
}
