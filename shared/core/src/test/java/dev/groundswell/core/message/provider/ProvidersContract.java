package dev.groundswell.core.message.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.contact.MailboxFamily;
import dev.groundswell.core.message.provider.Provider.Sender;
import dev.groundswell.core.store.StoreId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link Providers} does, whatever keeps them. */
public abstract class ProvidersContract {

    protected abstract Providers providers();

    /** A store that no other test has written to. */
    protected abstract StoreId store();

    private static final Provider SES = new Provider(
            new ProviderId("ses"),
            Channel.EMAIL,
            ProviderKind.SES,
            true,
            60,
            Set.of("QQ", "NETEASE"),
            720,
            new PaceLimits(200, Map.of(MailboxFamily.QQ, 30, MailboxFamily.NETEASE, 25), 10),
            new Sender("Shop <news@shop.example>", "groundswell", ""),
            1);

    private Provider saved(Provider provider) {
        assertThat(providers().save(store(), provider)).isTrue();
        return provider;
    }

    @Nested
    class AProviderOfAStore {

        @Test
        void isFoundAsItWasSaved() {
            saved(SES);
            var plain = saved(AProvider.sms("plain", 20).inactive().provider());

            assertThat(providers().find(store(), SES.id())).contains(SES);
            assertThat(providers().find(store(), plain.id())).contains(plain);
            assertThat(providers().find(store(), new ProviderId("other"))).isEmpty();
        }

        @Test
        void isNotFoundByAnotherStore() {
            saved(SES);

            assertThat(providers().find(new StoreId("elsewhere"), SES.id())).isEmpty();
            assertThat(providers().all(new StoreId("elsewhere"))).isEmpty();
        }

        @Test
        void isReplacedByItsNextRevisionOnly() {
            var first = saved(AProvider.sms("a", 20).provider());
            var second = AProvider.sms("a", 30).revision(2).provider();

            assertThat(providers().save(store(), AProvider.sms("a", 40).provider()))
                    .isFalse();
            assertThat(providers()
                            .save(store(), AProvider.sms("a", 40).revision(3).provider()))
                    .isFalse();
            assertThat(providers().find(store(), first.id())).contains(first);
            assertThat(providers().save(store(), second)).isTrue();
            assertThat(providers().find(store(), first.id())).contains(second);
        }
    }

    @Nested
    class AllProviders {

        @Test
        void areListedById() {
            saved(SES);
            var a = saved(AProvider.sms("a", 20).provider());

            assertThat(providers().all(store())).containsExactly(a, SES);
        }

        @Test
        void areNoneInTheBeginning() {
            assertThat(providers().all(store())).isEmpty();
        }
    }
}
