package dev.groundswell.core.metrics;

import static dev.groundswell.core.order.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.behaviour.BehaviourCounts;
import dev.groundswell.core.behaviour.BehaviourEvent;
import dev.groundswell.core.behaviour.BehaviourKind;
import dev.groundswell.core.behaviour.Behaviours;
import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.customer.Consent;
import dev.groundswell.core.customer.HistoriesInMemory;
import dev.groundswell.core.customer.Reachability;
import dev.groundswell.core.metrics.ContributionKey.ReminderKey;
import dev.groundswell.core.metrics.RebuildProjection.Comparison;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Histories;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderSource;
import dev.groundswell.core.order.OrdersInMemory;
import dev.groundswell.core.reminder.DropReason;
import dev.groundswell.core.store.RebuildMode;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.StoreCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RebuildProjectionTest {

    private final Store store =
            new Store(new StoreId("demo"), "Demo", Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai"));
    private final OrdersInMemory orders = new OrdersInMemory();
    private final CountersInMemory counters = new CountersInMemory();
    private final HistoriesInMemory histories = new HistoriesInMemory(orders);
    private final RebuildProjection rebuild = new RebuildProjection(histories, histories, counters, counters);
    private List<Order> changes = List.of();

    @BeforeEach
    void projectedHistories() {
        changes = Histories.changes(new Random(1), 150, 20);
        changes.forEach(change -> orders.write(store.id(), change));
        var calendar = new StoreCalendar(store.zone());
        var events = Behaviours.events(new Random(2), 200, 20);
        events.forEach(event -> histories.add(store.id(), event.buyer(), calendar.dayOf(event.at()), List.of(event)));
        new ProjectBuyers(histories, counters)
                .project(
                        store,
                        Stream.concat(
                                        changes.stream().map(Order::buyer),
                                        events.stream().map(BehaviourEvent::buyer))
                                .toList());
    }

    @Test
    void whatTheProjectionKeptIsWhatTheOrdersSay() {
        assertThat(rebuild.rebuild(store, RebuildMode.COMPARE)).isEqualTo(new Comparison(23, 150, 0, 0, false));
    }

    @Test
    void aForgottenBuyerIsFoundAndRepaired() {
        var late = anOrder("late").by("Late").build();
        orders.write(store.id(), late);

        var found = rebuild.rebuild(store, RebuildMode.REPAIR);

        assertThat(found.differingProfiles()).isPositive();
        assertThat(rebuild.rebuild(store, RebuildMode.COMPARE).isEqual()).isTrue();
    }

    @Test
    void aForgottenVisitIsFoundAndRepaired() {
        var late = Behaviours.anEvent("Late", BehaviourKind.VIEW, "i", null, "2020-01-01T00:00:00Z");
        histories.add(store.id(), late.buyer(), LocalDate.of(2020, 1, 1), List.of(late));

        var found = rebuild.rebuild(store, RebuildMode.REPAIR);

        assertThat(found.differingProfiles()).isEqualTo(1);
        assertThat(rebuild.rebuild(store, RebuildMode.COMPARE).isEqual()).isTrue();
    }

    @Test
    void aForgottenWordAboutMessagesIsFoundAndRepaired() {
        var withdrawn = new Consent(
                Channel.SMS, Consent.State.WITHDRAWN, Instant.parse("2020-01-01T00:00:00Z"), "sms-reply", "provider");
        histories.record(store.id(), changes.getFirst().buyer(), withdrawn);

        var found = rebuild.rebuild(store, RebuildMode.REPAIR);

        assertThat(found.differingProfiles()).isEqualTo(1);
        assertThat(rebuild.rebuild(store, RebuildMode.COMPARE).isEqual()).isTrue();
    }

    @Test
    void aForgottenOutcomeOfAReminderIsFoundAndRepaired() {
        histories.remind(store.id(), RandomReminders.of(changes.getFirst(), new Random(3)));

        var found = rebuild.rebuild(store, RebuildMode.REPAIR);

        assertThat(found.differingProfiles()).isEqualTo(1);
        assertThat(counters.all(store.id()).reminders()).isNotEmpty();
        assertThat(rebuild.rebuild(store, RebuildMode.COMPARE).isEqual()).isTrue();
    }

    @Test
    void whoOnlySaidSomethingAboutMessagesIsNobodyToCount() {
        var given = new Consent(
                Channel.EMAIL, Consent.State.GIVEN, Instant.parse("2020-01-01T00:00:00Z"), "newsletter", "anna");
        histories.record(store.id(), new BuyerId("Subscriber"), given);

        assertThat(rebuild.rebuild(store, RebuildMode.COMPARE)).isEqualTo(new Comparison(23, 150, 0, 0, false));
    }

    @Test
    void aCounterThatWentAstrayIsFoundAndRepaired() {
        var all = counters.all(store.id());
        var sum = new Counters.Sum();
        sum.addSales(all.sales().firstKey(), new SalesCounts(1, 0, 0, 0, 0, 0, 0));
        sum.addWarmUp(all.warmUp().lastKey(), new WarmUpCounts(1, 0, 0, BehaviourCounts.ZERO, 0));
        sum.addSource(all.warmUp().lastKey().granule(), OrderSource.ofImport("lost"), 3);
        sum.addClicks("c.lost", ClickCounts.ofPerson(1, 0, 0, 0));
        sum.addReminders(
                new ReminderKey(LocalDate.of(2020, 1, 1), "20191201T000000Z-0000000a"),
                ReminderCounts.ofDropped(DropReason.TOO_LATE));
        counters.correct(store.id(), sum.counters(), new StoreTotals(0, 1, 0, Reachability.ZERO));

        var found = rebuild.rebuild(store, RebuildMode.REPAIR);

        assertThat(found).isEqualTo(new Comparison(23, 150, 0, 5, true));
        assertThat(rebuild.rebuild(store, RebuildMode.COMPARE).isEqual()).isTrue();
    }
}
