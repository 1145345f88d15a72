package dev.groundswell.core.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.message.AddressKey;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What all {@link Links}, {@link LinkSecrets} and {@link LinkHosts} do. */
public abstract class LinksContract {

    private static final Instant AT = Instant.parse("2026-11-11T08:00:00.123Z");

    protected abstract Links links();

    protected abstract LinkSecrets secrets();

    protected abstract LinkHosts hosts();

    /** A store that no other test has written to. */
    protected abstract StoreId store();

    private static ShortLink link(int i) {
        var message = new MessageId(AddressKey.of(new Phone("+86138001380" + (10 + i))), "c.1");
        return new ShortLink(
                new LinkCode(String.format(Locale.ROOT, "abcdEF%04d", i)),
                message,
                1,
                new BuyerId("b" + i),
                URI.create("https://shop.example.com/金/?a=" + i));
    }

    @Nested
    class ALink {

        @Test
        void isFoundByItsCodeInItsStoreOnly() {
            links().write(store(), List.of(link(1)));

            assertThat(links().find(store(), link(1).code()).map(KeptLink::link))
                    .contains(link(1));
            assertThat(links().find(new StoreId("another"), link(1).code())).isEmpty();
            assertThat(links().find(store(), link(2).code())).isEmpty();
        }

        @Test
        void isWrittenTogetherWithMoreThanOneCallTakes() {
            var many = IntStream.range(0, 60).mapToObj(LinksContract::link).toList();

            links().write(store(), many);

            assertThat(many)
                    .allSatisfy(link -> assertThat(links().find(store(), link.code()))
                            .map(KeptLink::link)
                            .contains(link));
        }

        @Test
        void knowsNoClickAtFirst() {
            links().write(store(), List.of(link(3)));

            assertThat(links().find(store(), link(3).code()).orElseThrow().firstClickAt())
                    .isEmpty();
        }
    }

    @Nested
    class AClick {

        @Test
        void isNotedOnceHoweverOftenItIsTold() {
            links().write(store(), List.of(link(4)));

            links().click(store(), link(4).code(), AT.plusMillis(1));
            links().click(store(), link(4).code(), AT);
            var clicked = links().click(store(), link(4).code(), AT).orElseThrow();

            assertThat(clicked.clicks()).containsExactly(AT, AT.plusMillis(1));
            assertThat(clicked.firstClickAt()).contains(AT);
            assertThat(links().find(store(), link(4).code())).contains(clicked);
        }

        @Test
        void onNoLinkMakesNone() {
            assertThat(links().click(store(), link(5).code(), AT)).isEmpty();
            assertThat(links().find(store(), link(5).code())).isEmpty();
        }

        @Test
        void isNotNotedWhereThereAreTooMany() {
            links().write(store(), List.of(link(6)));
            for (var i = 0; i < Links.MAX_CLICKS; i++) {
                links().click(store(), link(6).code(), AT.plusMillis(i));
            }

            var clicked =
                    links().click(store(), link(6).code(), AT.minusMillis(1)).orElseThrow();

            assertThat(clicked.clicks()).hasSize(Links.MAX_CLICKS).startsWith(AT);
        }
    }

    @Nested
    class ASecret {

        @Test
        void isOfOneStoreAndStays() {
            var secret = secrets().of(store());

            assertThat(secret).hasSize(LinkSecrets.LENGTH).isEqualTo(secrets().of(store()));
            assertThat(secrets().of(new StoreId(store() + "x"))).isNotEqualTo(secret);
        }
    }

    @Nested
    class AHost {

        private final String host = "go." + store() + ".example";

        @Test
        void isNobodysAtFirst() {
            assertThat(hosts().storeOf(host)).isEmpty();
        }

        @Test
        void isTheFirstStoresThatTakesIt() {
            assertThat(hosts().take(store(), host)).isTrue();
            assertThat(hosts().take(store(), host)).isTrue();
            assertThat(hosts().take(new StoreId("another"), host)).isFalse();

            assertThat(hosts().storeOf(host)).contains(store());
        }
    }
}
