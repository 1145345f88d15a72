package dev.groundswell.core.message.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.contact.MailboxFamily;
import dev.groundswell.core.message.provider.Provider.Sender;
import dev.groundswell.core.message.provider.SaveProvider.Draft;
import dev.groundswell.core.message.provider.SaveProvider.Mistake;
import dev.groundswell.core.message.provider.SaveProvider.Part;
import dev.groundswell.core.message.provider.SaveProvider.Result;
import dev.groundswell.core.store.StoreId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SaveProviderTest {

    private static final StoreId STORE = new StoreId("demo");
    private static final Draft SES = new Draft(
            "ses",
            Channel.EMAIL,
            ProviderKind.SES,
            true,
            100,
            Set.of("QQ"),
            720,
            14,
            Map.of(MailboxFamily.QQ, 5),
            10,
            new Sender("Shop <news@shop.example>", "events", ""),
            0);

    private final ProvidersInMemory providers = new ProvidersInMemory();
    private final SaveProvider saving = new SaveProvider(providers, false);

    private static Draft http(String endpoint) {
        return sms("own", ProviderKind.HTTP, new Sender("", "", endpoint), 0);
    }

    private static Draft sms(String id, ProviderKind kind, Sender sender, long revision) {
        return new Draft(
                id, Channel.SMS, kind, true, 100, Set.of("China Mobile"), 4_000, 20, Map.of(), 0, sender, revision);
    }

    private List<Part> mistakes(Draft draft) {
        return ((Result.Refused) saving.save(STORE, draft))
                .mistakes().stream().map(Mistake::part).toList();
    }

    @Nested
    class ANewProvider {

        @Test
        void isKeptAtRevisionOne() {
            var saved = (Result.Saved) saving.save(STORE, SES);

            assertThat(saved.provider().revision()).isEqualTo(1);
            assertThat(providers.all(STORE)).containsExactly(saved.provider());
        }

        @Test
        void isNotKeptOverOneThatIsThere() {
            var first = ((Result.Saved) saving.save(STORE, SES)).provider();

            assertThat(saving.save(STORE, SES)).isEqualTo(new Result.Changed(first));
        }

        @Test
        void isOneTooManyAfterTwenty() {
            IntStream.range(0, Provider.MAX_PER_STORE)
                    .forEach(number -> saving.save(STORE, sms("sns-" + number, ProviderKind.SNS, Sender.NONE, 0)));

            assertThat(saving.save(STORE, SES)).isInstanceOf(Result.TooMany.class);
        }
    }

    @Nested
    class AChange {

        @Test
        void isOfTheRevisionThatWasLookedAt() {
            saving.save(STORE, sms("sms", ProviderKind.SNS, Sender.NONE, 0));

            assertThat(saving.save(STORE, sms("sms", ProviderKind.END_USER_MESSAGING, Sender.NONE, 1)))
                    .isInstanceOf(Result.Saved.class);
            assertThat(saving.save(STORE, sms("sms", ProviderKind.SNS, Sender.NONE, 1)))
                    .isInstanceOf(Result.Changed.class);
        }

        @Test
        void isOfNothingWhereThereIsNone() {
            assertThat(saving.save(STORE, sms("sms", ProviderKind.SNS, Sender.NONE, 1)))
                    .isInstanceOf(Result.Unknown.class);
        }

        @Test
        void leavesTheChannelAsItWas() {
            saving.save(STORE, sms("ses", ProviderKind.SNS, Sender.NONE, 0));

            assertThat(mistakes(SES)).containsExactly(Part.CHANNEL);
        }
    }

    @Nested
    class WhatMakesNoSense {

        @Test
        void isToldAtOnce() {
            var draft = new Draft(
                    "No id",
                    Channel.SMS,
                    ProviderKind.SES,
                    true,
                    101,
                    Set.of(" "),
                    -1,
                    0,
                    Map.of(MailboxFamily.QQ, 0),
                    91,
                    new Sender("\n", "\n", "https://a.example"),
                    0);

            assertThat(mistakes(draft))
                    .contains(
                            Part.ID,
                            Part.KIND,
                            Part.WEIGHT,
                            Part.PRICE,
                            Part.PACE,
                            Part.FAMILIES,
                            Part.KEPT_FOR_REMINDERS,
                            Part.IDENTITY,
                            Part.CONFIGURATION_SET,
                            Part.ENDPOINT,
                            Part.SERVES);
        }

        @Test
        void isASimulatorWhereThereIsNone() {
            var draft = sms("sim", ProviderKind.SIMULATOR, Sender.NONE, 0);

            assertThat(mistakes(draft)).containsExactly(Part.KIND);
            assertThat(new SaveProvider(providers, true).save(STORE, draft)).isInstanceOf(Result.Saved.class);
        }

        @Test
        void isSesWithoutASender() {
            var draft = new Draft(
                    "ses", Channel.EMAIL, ProviderKind.SES, true, 1, Set.of(), 0, 1, Map.of(), 0, Sender.NONE, 0);

            assertThat(mistakes(draft)).containsExactly(Part.IDENTITY);
        }
    }

    @Nested
    class AnEndpoint {

        @Test
        void isPublicAndEncrypted() {
            assertThat(saving.save(STORE, http("https://sms.supplier.example/v1/messages?key=1")))
                    .isInstanceOf(Result.Saved.class);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "not an address",
                    "http://sms.supplier.example/",
                    "https://169.254.169.254/latest/meta-data",
                    "https://[::1]/",
                    "https://localhost/",
                    "https://metadata.internal/",
                    "https://printer.local/",
                    "https://user:password@sms.supplier.example/",
                    "https:///nothing"
                })
        void isNeverOfANetworkOfOurOwn(String endpoint) {
            assertThat(mistakes(http(endpoint))).containsExactly(Part.ENDPOINT);
        }
    }
}
