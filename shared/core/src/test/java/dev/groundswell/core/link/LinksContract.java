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
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What all {@link Links}, {@link LinkSecrets} and {@link LinkHosts} do. */
public abstract class LinksContract {

    private static final Instant AT = Instant.parse("2026-11-11T08:00:00.123Z");
    private static final Optional<String> NOBODYS = Optional.empty();

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

            links().click(store(), link(4).code(), NOBODYS, AT.plusMillis(1));
            links().click(store(), link(4).code(), NOBODYS, AT);
            var clicked = links().click(store(), link(4).code(), NOBODYS, AT).orElseThrow();

            assertThat(clicked.clicks()).containsExactly(AT, AT.plusMillis(1));
            assertThat(clicked.firstClickAt()).contains(AT);
            assertThat(links().find(store(), link(4).code())).contains(clicked);
        }

        @Test
        void onNoLinkMakesNone() {
            assertThat(links().click(store(), link(5).code(), NOBODYS, AT)).isEmpty();
            assertThat(links().find(store(), link(5).code())).isEmpty();
        }

        @Test
        void isNotNotedWhereThereAreTooMany() {
            links().write(store(), List.of(link(6)));
            for (var i = 0; i < Links.MAX_CLICKS; i++) {
                links().click(store(), link(6).code(), NOBODYS, AT.plusMillis(i));
            }

            var clicked = links().click(store(), link(6).code(), NOBODYS, AT.minusMillis(1))
                    .orElseThrow();

            assertThat(clicked.clicks()).hasSize(Links.MAX_CLICKS).startsWith(AT);
        }
    }

    @Nested
    class TheListOfClickedLinks {

        private final Optional<String> campaign = Optional.of("c.20261111T000000Z-0000000a");

        private void click(int link, int second) {
            links().click(store(), link(link).code(), campaign, AT.plusSeconds(second));
        }

        private List<LinkCode> codes(List<Links.Listed> listed) {
            return listed.stream().map(one -> one.link().link().code()).toList();
        }

        @Test
        void isInTheOrderOfFirstClicksAndReadByPages() {
            links().write(store(), List.of(link(11), link(12), link(13), link(14)));
            click(13, 1);
            click(11, 2);
            click(12, 3);
            click(13, 4);

            var page = links().clicked(store(), campaign.orElseThrow(), Optional.empty(), 2);
            assertThat(codes(page)).containsExactly(link(13).code(), link(11).code());
            assertThat(page.getFirst().link().clicks()).hasSize(2);

            var next = links().clicked(
                            store(),
                            campaign.orElseThrow(),
                            Optional.of(page.getLast().place()),
                            2);
            assertThat(codes(next)).containsExactly(link(12).code());
            assertThat(next.getFirst().place()).matches("[0-9A-Za-z:.!-]{1,60}");
        }

        @Test
        void isOneSendersInOneStore() {
            links().write(store(), List.of(link(15), link(16)));
            links().click(store(), link(15).code(), Optional.of("c.20261111T000000Z-0000000b"), AT);
            links().click(store(), link(16).code(), NOBODYS, AT);

            assertThat(codes(links().clicked(store(), "c.20261111T000000Z-0000000b", Optional.empty(), 9)))
                    .containsExactly(link(15).code());
            assertThat(links().clicked(new StoreId("another"), "c.20261111T000000Z-0000000b", Optional.empty(), 9))
                    .isEmpty();
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
