package dev.groundswell.cloud.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.cloud.customer.BuyerHistoryTable;
import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.core.behaviour.BehaviourDay;
import dev.groundswell.core.behaviour.BehaviourEvent;
import dev.groundswell.core.behaviour.BehaviourKind;
import dev.groundswell.core.behaviour.Behaviours;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Histories;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BehaviourDayTableTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 10);
    private static final BuyerId BUYER = new BuyerId("b");

    @RegisterExtension
    static final AwsEndpoint aws = new AwsEndpoint();

    private final StoreId store = new StoreId(UUID.randomUUID().toString());
    private final BehaviourDayTable table = new BehaviourDayTable(aws.clients().dynamoDb(), aws.table("Orders"));

    @BeforeAll
    static void createTables() {
        aws.createTables("Orders");
    }

    @Nested
    class AnOrdinaryDay {

        @Test
        void holdsEachEventOnceAsItWasTold() {
            var cart = Behaviours.anEvent("b", BehaviourKind.CART, "物品 1", "玩具", "2026-06-10T08:00:00.25Z");
            var view = Behaviours.anEvent("b", BehaviourKind.VIEW, "i2", null, "2026-06-10T07:00:00Z");
            add(List.of(cart));
            add(List.of(view, cart));

            assertThat(stored().events()).containsExactly(view, cart);
            assertThat(stored().beyond().estimate()).isZero();
        }

        @Test
        void holdsAnEventOnceThatWasToldWithTwoCategories() {
            var one = Behaviours.anEvent("b", BehaviourKind.VIEW, "i", "a", "2026-06-10T08:00:00Z");
            var other = Behaviours.anEvent("b", BehaviourKind.VIEW, "i", "b", "2026-06-10T08:00:00Z");
            add(List.of(other));
            add(List.of(one));

            assertThat(stored().events()).containsExactly(other);
        }
    }

    @Nested
    class ADayWithTooManyEvents {

        private static final int ALL = BehaviourDay.MAX_EVENTS + 300;

        @Test
        void keepsTheFirstOnesAndAboutHowManyMoreThereWereWhateverTheOrderOfArrival() {
            var random = new Random(1);
            var mixed = Histories.shuffledAndRepeated(views(ALL), random);
            Histories.split(mixed, random, 120).forEach(BehaviourDayTableTest.this::add);

            assertThat(stored().events()).isEqualTo(views(BehaviourDay.MAX_EVENTS));
            assertThat(stored().beyond().estimate()).isBetween(240L, 360L);
        }

        @Test
        void isTheSameInOneBatch() {
            add(views(ALL));

            assertThat(stored().events()).isEqualTo(views(BehaviourDay.MAX_EVENTS));
            assertThat(stored().beyond().estimate()).isBetween(240L, 360L);
        }

        @Test
        void isTheSameWhateverWritersDoAtTheSameTime() {
            var mixed = new ArrayList<>(views(ALL));
            Collections.shuffle(mixed, new Random(2));
            Histories.split(mixed, new Random(3), 150).stream()
                    .map(batch -> CompletableFuture.runAsync(() -> add(batch)))
                    .toList()
                    .forEach(CompletableFuture::join);

            assertThat(stored().events()).isEqualTo(views(BehaviourDay.MAX_EVENTS));
            assertThat(stored().beyond().estimate()).isBetween(240L, 360L);
        }

        @Test
        void holdsTheLongestOfIds() {
            var item = "物".repeat(BehaviourEvent.MAX_ID - 3);
            add(IntStream.range(0, BehaviourDay.MAX_EVENTS)
                    .mapToObj(i -> new BehaviourEvent(
                            BUYER,
                            BehaviourKind.UNFAVOURITE,
                            item + String.format("%03d", i),
                            "类".repeat(BehaviourEvent.MAX_ID),
                            Instant.parse("2026-06-10T08:00:00.123456789Z")))
                    .toList());

            assertThat(stored().events()).hasSize(BehaviourDay.MAX_EVENTS);
        }
    }

    private static List<BehaviourEvent> views(int number) {
        return IntStream.range(0, number)
                .mapToObj(second -> new BehaviourEvent(
                        BUYER,
                        BehaviourKind.VIEW,
                        "i" + second % 7,
                        null,
                        Instant.parse("2026-06-10T00:00:00Z").plusSeconds(second)))
                .toList();
    }

    private void add(List<BehaviourEvent> events) {
        table.add(store, BUYER, DAY, events);
    }

    private BehaviourDay stored() {
        var days = new BuyerHistoryTable(aws.clients().dynamoDb(), aws.table("Orders"))
                .ofBuyer(store, BUYER)
                .days();
        assertThat(days).hasSize(1);
        return days.getFirst();
    }
}
