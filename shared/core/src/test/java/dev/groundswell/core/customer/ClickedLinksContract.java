package dev.groundswell.core.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.link.Attribution;
import dev.groundswell.core.link.ClickedLink;
import dev.groundswell.core.link.ClickedLinks;
import dev.groundswell.core.link.LinkCode;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link ClickedLinks} does, read back by its {@link BuyerHistories}. */
public abstract class ClickedLinksContract {

    private static final Instant AT = Instant.parse("2026-06-10T08:00:00.123Z");
    private static final BuyerId BUYER = new BuyerId("b");

    protected abstract ClickedLinks links();

    protected abstract BuyerHistories histories();

    /** A store that no other test has written to. */
    protected abstract StoreId store();

    private static ClickedLink clicked(int times) {
        return new ClickedLink(
                new LinkCode("abcdEF0001"),
                Channel.SMS,
                Optional.of(new Attribution("c.20261111T000000Z-0000000a", Duration.ofDays(7))),
                times,
                AT,
                AT.plusSeconds(times - 1L));
    }

    @Test
    void theOneWithTheMostClicksIsKept() {
        links().note(store(), BUYER, clicked(2));
        links().note(store(), BUYER, clicked(3));
        links().note(store(), BUYER, clicked(1));

        assertThat(histories().ofBuyer(store(), BUYER).clicks()).containsExactly(clicked(3));
        assertThat(histories().ofBuyer(store(), new BuyerId("b2")).clicks()).isEmpty();
    }

    @Test
    void aClickTellsOfNoReceiptAndMakesNobodyACustomer() {
        var mail =
                new ClickedLink(new LinkCode("abcdEF0002"), Channel.EMAIL, Optional.empty(), 2, AT, AT.plusSeconds(60));

        links().note(store(), BUYER, mail);

        assertThat(histories().ofBuyer(store(), BUYER)).satisfies(history -> {
            assertThat(history.clicks()).containsExactly(mail);
            assertThat(history.messages()).containsExactly(new MessageTimes(Channel.EMAIL, null, AT.plusSeconds(60)));
            assertThat(history.isEmpty()).isTrue();
        });
    }
}
