package dev.groundswell.core.taobao;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.store.RememberedSecrets;
import dev.groundswell.core.store.SecretsInMemory;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.store.StoreSecret;
import dev.groundswell.core.store.TaobaoAccess;
import dev.groundswell.core.taobao.TradeReader.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FetchTradeTest {

    private static final StoreId DEMO = new StoreId("demo");
    private static final NamedTrade TRADE = new NamedTrade("192364827791084");
    private static final Reading FOUND = new Reading.Found(Map.of("tid", 192_364_827_791_084L));

    private final SecretsInMemory secrets = new SecretsInMemory();
    private Instant now = Instant.parse("2026-06-18T00:00:00Z");
    private String validSession = "first";
    private final FetchTrade fetch = new FetchTrade(new RememberedSecrets(secrets, () -> now), this::read);

    private Reading read(TaobaoAccess access, NamedTrade trade) {
        return access.session().equals(validSession) && trade.equals(TRADE)
                ? FOUND
                : new Reading.NotPermitted("Invalid session");
    }

    private void putSession(String session) {
        var access = new TaobaoAccess("12345678", "secret", session, TaobaoAccess.GATEWAY);
        secrets.put(DEMO, new StoreSecret(Map.of(), Map.of(), Optional.of(access)));
    }

    @Test
    void readsWithTheStoresAccess() {
        putSession("first");

        assertThat(fetch.fetch(DEMO, TRADE)).isEqualTo(FOUND);
    }

    @Test
    void withoutAccessSaysWhatToSet() {
        assertThat(fetch.fetch(DEMO, TRADE)).isEqualTo(new Reading.NotPermitted(FetchTrade.NO_ACCESS));
    }

    @Test
    void findsAnAccessThatWasRenewedAMomentAgo() {
        putSession("first");
        fetch.fetch(DEMO, TRADE);
        now = now.plus(Duration.ofMinutes(1));
        putSession("second");
        validSession = "second";

        assertThat(fetch.fetch(DEMO, TRADE)).isEqualTo(FOUND);
    }

    @Test
    void isNotPermittedWithTheSameAccessAsBefore() {
        putSession("ended");
        fetch.fetch(DEMO, TRADE);
        now = now.plus(Duration.ofMinutes(1));

        assertThat(fetch.fetch(DEMO, TRADE)).isEqualTo(new Reading.NotPermitted("Invalid session"));
    }

    @Test
    void isForLaterWhileTheSecretsCannotBeRead() {
        secrets.setAvailable(false);

        assertThat(fetch.fetch(DEMO, TRADE)).isInstanceOf(Reading.NotNow.class);
    }
}
