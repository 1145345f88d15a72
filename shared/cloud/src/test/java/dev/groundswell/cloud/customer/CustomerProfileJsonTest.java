package dev.groundswell.cloud.customer;

import static dev.groundswell.core.order.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.customer.BuyerHistory;
import dev.groundswell.core.customer.Consent;
import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.customer.MessageTimes;
import dev.groundswell.core.customer.ReviewScores;
import dev.groundswell.core.order.AnOrder;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Origin;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CustomerProfileJsonTest {

    private static final BuyerId BUYER = new BuyerId("B1");
    private static final Store STORE = new Store(new StoreId("demo"), "Demo", AnOrder.CNY, ZoneId.of("Asia/Shanghai"));

    @Test
    void whatIsWrittenIsRead() {
        var orders = List.of(
                anOrder("1")
                        .paidAt("2026-06-01T00:00:00Z")
                        .refunding(5)
                        .from(Origin.MOBILE)
                        .from(Origin.FLASH_SALE)
                        .of("Li", "+8613727494530", "li@qq.com")
                        .to("CN", "Zhejiang")
                        .reviewed(4, null)
                        .build(),
                anOrder("2").build());
        var at = Instant.parse("2026-06-01T00:00:00.250Z");
        var consents = List.of(
                new Consent(Channel.SMS, Consent.State.WITHDRAWN, at, "sms-reply", "provider"),
                new Consent(Channel.EMAIL, Consent.State.GIVEN, at, "结账", "anna"));
        var messages = List.of(
                new MessageTimes(Channel.SMS, at, null), new MessageTimes(Channel.EMAIL, null, at.plusNanos(1)));
        var profile =
                CustomerProfile.of(BUYER, new BuyerHistory(orders, List.of(), consents, messages, List.of()), STORE);

        assertThat(profile.consents()).hasSize(2);
        assertThat(CustomerProfileJson.read(BUYER, CustomerProfileJson.write(profile)))
                .isEqualTo(profile);
    }

    @Test
    void aProfileOfBeforeOriginsAndReviewsCanStillBeRead() {
        var profile = CustomerProfileJson.read(BUYER, """
            {"orders":3,"paidOrders":2,"unpaidClosedOrders":1,"mobileOrders":2,"presaleOrders":0,
             "currency":"CNY","spend":100,"refunds":0,"provinces":[],"lastItemCategories":[]}\
            """);

        assertThat(profile.ordersByOrigin()).isEqualTo(Map.of(Origin.MOBILE, 2));
        assertThat(profile.reviews()).isEqualTo(ReviewScores.NONE);
        assertThat(profile.openOrders()).isZero();
        assertThat(profile.consents()).isEmpty();
    }
}
