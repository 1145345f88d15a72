package dev.groundswell.core.message.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.message.MessageKind;
import dev.groundswell.core.message.text.SendingHours.Outside;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link MessageSettingsStore} does, whatever keeps them. */
public abstract class MessageSettingsContract {

    protected abstract MessageSettingsStore settings();

    /** A store that no other test has written to. */
    protected abstract StoreId store();

    private static MessageSettings full(long revision) {
        return new MessageSettings(
                "潮汐女装",
                "回T退订",
                new WordLists(
                        List.of(
                                new SensitiveWord("发票", "Carriers take it for fraud."),
                                new SensitiveWord("贷", "Likewise.")),
                        Set.of("最好的时光", "顶级域名"),
                        false),
                OptionalInt.of(1),
                List.of(
                        new SendingHours(
                                Channel.SMS,
                                MessageKind.MARKETING,
                                LocalTime.of(9, 30),
                                LocalTime.of(21, 15),
                                Outside.DROP),
                        new SendingHours(
                                Channel.EMAIL, MessageKind.NOTICE, LocalTime.MIDNIGHT, LocalTime.NOON, Outside.WAIT)),
                Set.of(Channel.EMAIL),
                true,
                "t.example.com",
                new PeakHours(
                        List.of(new PeakHours.Window(
                                Instant.parse("2026-11-10T12:00:00Z"), Instant.parse("2026-11-11T16:00:00Z"))),
                        PeakHours.Rule.REFUSE),
                5_000,
                revision);
    }

    private static MessageSettings ofTheProduct(long revision) {
        var product = MessageSettings.OF_THE_PRODUCT;
        return new MessageSettings(
                product.signature(),
                product.wayOut(),
                product.words(),
                product.messagesADay(),
                product.hours(),
                product.consentRequired(),
                product.testRequired(),
                product.linkDomain(),
                product.peaks(),
                product.lowBalance(),
                revision);
    }

    @Nested
    class AStoreThatSavedNone {

        @Test
        void hasThoseOfTheProduct() {
            assertThat(settings().find(store())).isEqualTo(MessageSettings.OF_THE_PRODUCT);
        }
    }

    @Nested
    class Settings {

        @Test
        void areFoundAsTheyWereSaved() {
            assertThat(settings().save(store(), full(1))).isTrue();
            assertThat(settings().find(store())).isEqualTo(full(1));
        }

        @Test
        void areFoundAsTheyWereSavedAlsoWhereNothingIsSet() {
            assertThat(settings().save(store(), ofTheProduct(1))).isTrue();
            assertThat(settings().find(store())).isEqualTo(ofTheProduct(1));
        }

        @Test
        void areOfOneStore() {
            settings().save(store(), full(1));

            assertThat(settings().find(new StoreId("elsewhere"))).isEqualTo(MessageSettings.OF_THE_PRODUCT);
        }

        @Test
        void areReplacedByTheirNextRevisionOnly() {
            settings().save(store(), full(1));

            assertThat(settings().save(store(), ofTheProduct(1))).isFalse();
            assertThat(settings().save(store(), ofTheProduct(3))).isFalse();
            assertThat(settings().find(store())).isEqualTo(full(1));
            assertThat(settings().save(store(), ofTheProduct(2))).isTrue();
            assertThat(settings().find(store())).isEqualTo(ofTheProduct(2));
        }

        @Test
        void mayHaveTheLongestListsOfWords() {
            var word = "最".repeat(SensitiveWord.MAX_LENGTH - 3);
            var words = IntStream.range(100, 100 + WordLists.MAX_WORDS).mapToObj(number -> word + number);
            var reason = "说".repeat(SensitiveWord.MAX_REASON);
            var lists = new WordLists(
                    words.map(text -> new SensitiveWord(text, reason)).toList(), Set.of(), true);

            assertThat(settings().save(store(), with(lists))).isTrue();
            assertThat(settings().find(store()).words()).isEqualTo(lists);
        }

        private static MessageSettings with(WordLists lists) {
            var full = full(1);
            return new MessageSettings(
                    full.signature(),
                    full.wayOut(),
                    lists,
                    full.messagesADay(),
                    full.hours(),
                    full.consentRequired(),
                    full.testRequired(),
                    full.linkDomain(),
                    full.peaks(),
                    full.lowBalance(),
                    full.revision());
        }
    }
}
