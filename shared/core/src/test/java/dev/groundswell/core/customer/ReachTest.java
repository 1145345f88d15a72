package dev.groundswell.core.customer;

import static dev.groundswell.core.order.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.message.ExclusionReason;
import dev.groundswell.core.order.AnOrder;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReachTest {

    private static final Store STORE =
            new Store(new StoreId("demo"), "Demo", Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai"));

    private static CustomerProfile customer(AnOrder... orders) {
        var built = Arrays.stream(orders).map(AnOrder::build).toList();
        return CustomerProfile.of(new BuyerId("b"), new BuyerHistory(built, List.of()), STORE);
    }

    @Test
    void anAddressThatCanBeReadReaches() {
        var customer = customer(anOrder("1").of("Li", "+8613727494530", "li@QQ.com"));

        assertThat(Reach.of(customer, Channel.SMS)).isEqualTo(new Reach.Reachable("+8613727494530"));
        assertThat(Reach.of(customer, Channel.EMAIL)).isEqualTo(new Reach.Reachable("li@qq.com"));
        assertThat(Reachability.of(customer)).isEqualTo(new Reachability(1, 1, 0));
    }

    @Test
    void noAddressAtAllIsTold() {
        var customer = customer(anOrder("1").of("Li", null, " "));

        assertThat(Reach.of(customer, Channel.SMS)).isEqualTo(new Reach.Unreachable(ExclusionReason.NO_ADDRESS));
        assertThat(Reach.of(customer, Channel.EMAIL)).isEqualTo(new Reach.Unreachable(ExclusionReason.NO_ADDRESS));
        assertThat(Reachability.of(customer)).isEqualTo(new Reachability(0, 0, 1));
    }

    @Test
    void aMaskedOneIsInvalid() {
        var customer = customer(anOrder("1").of("Li", "137****4530", "l***@qq.com"));

        assertThat(Reach.of(customer, Channel.SMS)).isEqualTo(new Reach.Unreachable(ExclusionReason.INVALID_ADDRESS));
        assertThat(Reach.of(customer, Channel.EMAIL)).isEqualTo(new Reach.Unreachable(ExclusionReason.INVALID_ADDRESS));
    }

    @Test
    void anOlderOneThatCanBeReadCountsMoreThanAMaskedOne() {
        var customer = customer(
                anOrder("1").placedAt("2026-06-01T00:00:00Z").of("Li", "+8613727494530", null),
                anOrder("2").placedAt("2026-06-02T00:00:00Z").of("Li", "137****4530", null));

        assertThat(Reach.of(customer, Channel.SMS)).isInstanceOf(Reach.Reachable.class);
    }

    @Test
    void whoWithdrewConsentIsReachedByTheOtherChannelOnly() {
        var order = anOrder("1").of("Li", "+8613727494530", "li@QQ.com").build();
        var withdrawn = new Consent(
                Channel.SMS, Consent.State.WITHDRAWN, Instant.parse("2026-06-10T08:00:00Z"), "sms-reply", "provider");
        var customer = CustomerProfile.of(
                new BuyerId("b"),
                new BuyerHistory(List.of(order), List.of(), List.of(withdrawn), List.of(), List.of()),
                STORE);

        assertThat(Reach.of(customer, Channel.SMS)).isEqualTo(new Reach.Unreachable(ExclusionReason.UNSUBSCRIBED));
        assertThat(Reach.of(customer, Channel.EMAIL)).isInstanceOf(Reach.Reachable.class);
    }

    @Test
    void anAddressIsNeverPrinted() {
        assertThat(new Reach.Reachable("+8613727494530")).asString().doesNotContain("137");
    }
}
