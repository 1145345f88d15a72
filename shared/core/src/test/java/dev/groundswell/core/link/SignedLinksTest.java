package dev.groundswell.core.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.groundswell.core.message.AMessage;
import dev.groundswell.core.message.Draft;
import dev.groundswell.core.store.StoreId;
import java.net.URI;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedLinksTest {

    private static final StoreId DEMO = new StoreId("demo");
    private static final StoreId OTHER = new StoreId("other");
    private static final URI SHOP = URI.create("https://shop.example.com/?a=1");
    private static final Draft SMS = AMessage.sms("1", 1);

    private final LinksInMemory kept = new LinksInMemory();
    private final SignedLinks links = new SignedLinks(kept, kept);

    private List<ShortLink> prepared(StoreId store, Draft draft, URI... targets) {
        return links.prepare(store, draft.id(), draft.buyer(), List.of(targets));
    }

    @Nested
    class AShortLink {

        @Test
        void isTheSameWheneverItIsAskedFor() {
            assertThat(prepared(DEMO, SMS, SHOP)).isEqualTo(prepared(DEMO, SMS, SHOP));
        }

        @Test
        void isAnotherOneForEachStoreMessageAndPlace() {
            var codes = new HashSet<LinkCode>();
            IntStream.range(0, 1_000)
                    .mapToObj(i -> AMessage.sms("1", i))
                    .forEach(draft -> prepared(DEMO, draft, SHOP, SHOP).forEach(link -> codes.add(link.code())));
            codes.add(prepared(OTHER, SMS, SHOP).getFirst().code());

            assertThat(codes).hasSize(2_001);
        }

        @Test
        void isKeptWhenItIsWritten() {
            var link = prepared(DEMO, SMS, SHOP).getFirst();

            assertThat(kept.find(DEMO, link.code())).isEmpty();
            links.write(DEMO, List.of(link));

            assertThat(kept.find(DEMO, link.code())).contains(new KeptLink(link, Collections.emptySortedSet()));
        }

        @Test
        void standsInTheMessageInFewCharacters() {
            var link = prepared(DEMO, SMS, SHOP).getFirst();

            assertThat(link.at("https://go.example.com"))
                    .startsWith("https://go.example.com/l/")
                    .hasSize("https://go.example.com/l/".length() + 10);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "http://shop.example.com",
                    "javascript:alert(1)",
                    "//shop.example.com/x",
                    "/x",
                    "shop.example.com",
                    "https:///x",
                    "https://shop.example.com@evil.example/",
                    "data:text/html,x"
                })
        void leadsNowhereUnsafe(String target) {
            assertThat(ShortLink.leadsSafely(URI.create(target))).isFalse();
            assertThatIllegalArgumentException().isThrownBy(() -> prepared(DEMO, SMS, URI.create(target)));
        }
    }

    @Nested
    class TheWayOut {

        @Test
        void knowsTheMessageItIsOf() {
            var out = links.wayOut(DEMO, SMS.id());

            assertThat(links.messageOf(DEMO, out.token())).contains(SMS.id());
            assertThat(out.at("https://go.example.com")).isEqualTo("https://go.example.com/u/" + out);
        }

        @Test
        void isGoodInItsStoreOnly() {
            assertThat(links.messageOf(OTHER, links.wayOut(DEMO, SMS.id()).token()))
                    .isEmpty();
        }

        @Test
        void isNotAnotherMessages() {
            var proof = links.wayOut(DEMO, SMS.id())
                    .token()
                    .substring(SMS.id().toString().length());

            assertThat(links.messageOf(DEMO, AMessage.sms("1", 2).id() + proof)).isEmpty();
        }
    }

    @Property(tries = 200)
    void noTextThatTheStoreDidNotMakeIsAWayOut(@ForAll String text) {
        assertThat(links.messageOf(DEMO, text)).isEqualTo(Optional.empty());
    }
}
