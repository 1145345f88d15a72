package dev.groundswell.core.message.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.message.AMessage;
import dev.groundswell.core.message.Bar;
import dev.groundswell.core.message.Barring;
import dev.groundswell.core.message.Draft;
import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.MessagesInMemory;
import dev.groundswell.core.message.StandingsInMemory;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptOutTest {

    private static final StoreId DEMO = new StoreId("demo");
    private static final Instant AT = Instant.parse("2026-11-11T02:00:00Z");
    private static final Draft FIRST = AMessage.sms("1", 7);
    private static final Draft SECOND = AMessage.sms("2", 7);

    private final MessagesInMemory messages = new MessagesInMemory();
    private final StandingsInMemory standings = new StandingsInMemory();
    private final RecipientsInMemory recipients = new RecipientsInMemory();
    private final OptOut optOut = new OptOut(standings, messages, recipients);

    private static Barring said(Instant at) {
        return new Barring(true, at, "sms-reply", "in-1");
    }

    private void claimed(Draft draft) {
        messages.claim(DEMO, new Message.Claim("worker", AT, AT.plusSeconds(30)), Optional.empty(), List.of(draft));
    }

    @Nested
    class AnOptOut {

        @Test
        void barsTheAddressAndIsNotedWithEverybodyWhoGotAMessageThere() {
            claimed(FIRST);
            claimed(new Draft(
                    SECOND.id(), SECOND.address(), new BuyerId("b8"), SECOND.kind(), SECOND.content(), "0000/1"));

            optOut.of(DEMO, FIRST.id().address(), said(AT));

            assertThat(standings.find(DEMO, List.of(FIRST.id().address())).values())
                    .singleElement()
                    .matches(standing -> standing.isBarred(Bar.UNSUBSCRIBED));
            assertThat(recipients.notes())
                    .containsExactlyInAnyOrder(
                            "b7 opted out of SMS at 2026-11-11T02:00:00Z (sms-reply, in-1)",
                            "b8 opted out of SMS at 2026-11-11T02:00:00Z (sms-reply, in-1)");
        }

        @Test
        void toldLateDoesNotOverruleWhatWasSaidAfterIt() {
            var after = new Barring(false, AT.plusSeconds(60), "graphql", "anna");
            standings.note(DEMO, FIRST.id().address(), Bar.UNSUBSCRIBED, after);

            assertThat(optOut.of(DEMO, FIRST.id().address(), said(AT))).isEqualTo(after);
        }
    }

    @Nested
    class AnAnswer {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "R",
                    "r",
                    " T ",
                    "TD",
                    "td。",
                    "ＴＤ",
                    "【R】",
                    "STOP",
                    "Stop!",
                    "stop all",
                    "unsubscribe",
                    "退订",
                    "退订！",
                    "TD退订",
                    "拒收",
                    "“R”",
                    "回复R"
                })
        void thatMeansNoMoreIsUnderstood(String text) {
            assertThat(OptOut.isMeantBy(text)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", "?", "Y", "How do I stop my order?", "可以退货吗", "请问什么时候发货", "Great", "RTX 5090 price?"})
        void thatMeansSomethingElseIsNot(String text) {
            assertThat(OptOut.isMeantBy(text)).isFalse();
        }
    }
}
