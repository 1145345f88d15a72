package dev.groundswell.core.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.behaviour.BehaviourEventReader.Outcome;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Rejection;
import dev.groundswell.core.order.RejectionCode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BehaviourEventReaderTest {

    private static final Map<String, Object> CARTED = Map.of(
            "buyerId", "b1", "kind", "CART", "itemId", "i1", "category", "c1", "at", "2026-06-10T16:00:00+08:00");

    private static final BehaviourEvent EVENT = new BehaviourEvent(
            new BuyerId("b1"), BehaviourKind.CART, "i1", "c1", Instant.parse("2026-06-10T08:00:00Z"));

    @Nested
    class ACanonicalEvent {

        @Test
        void isRead() {
            assertThat(read(CARTED)).isEqualTo(new Outcome.Valid(EVENT));
        }

        @Test
        void isReadFromWhatItSaysOfItself() {
            assertThat(read(EVENT.values())).isEqualTo(new Outcome.Valid(EVENT));
        }

        @Test
        void mayLackTheCategory() {
            var bare = new HashMap<>(CARTED);
            bare.put("category", null);
            assertThat(read(bare))
                    .isEqualTo(new Outcome.Valid(
                            new BehaviourEvent(EVENT.buyer(), EVENT.kind(), EVENT.itemId(), null, EVENT.at())));
        }

        @ParameterizedTest
        @ValueSource(strings = {"buyerId", "kind", "itemId", "at"})
        void isRefusedWithout(String field) {
            var bare = new HashMap<>(CARTED);
            bare.remove(field);
            assertThat(rejected(bare))
                    .isEqualTo(new Rejection(RejectionCode.MISSING, field, "The field " + field + " is missing."));
        }

        @Test
        void isRefusedWithAKindThatDoesNotExist() {
            assertThat(rejected(with("kind", "cart")).message())
                    .isEqualTo("The field kind must be one of VIEW, FAVOURITE, CART, PURCHASE, UNFAVOURITE, UNCART.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "2026-06-10", "2026-06-10T08:00:00", "yesterday"})
        void isRefusedAtWhatIsNoInstant(String at) {
            assertThat(rejected(with("at", at)).code()).isEqualTo(RejectionCode.INVALID);
        }

        @Test
        void isRefusedBeforeAnybodySoldOnline() {
            assertThat(rejected(with("at", "1970-01-01T00:00:00Z")).code()).isEqualTo(RejectionCode.OUT_OF_RANGE);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "a\tb", "a\u0000", "\uD800"})
        void isRefusedOfAnItemWhoseIdIsNoText(String item) {
            assertThat(rejected(with("itemId", item)).code()).isEqualTo(RejectionCode.INVALID);
        }

        @Test
        void isRefusedWithANumberForAnItem() {
            assertThat(rejected(with("itemId", 5L)).message()).isEqualTo("The field itemId must be a string.");
        }

        @Test
        void isRefusedWithAnEndlessId() {
            assertThat(rejected(with("buyerId", "b".repeat(BuyerId.MAX_LENGTH + 1)))
                            .code())
                    .isEqualTo(RejectionCode.OUT_OF_RANGE);
        }

        @Property
        void ofAnyValuesIsAnswered(@ForAll Map<String, String> values, @ForAll String at, @ForAll String item) {
            var odd = new HashMap<String, Object>(values);
            odd.putAll(with("itemId", item));
            odd.put("at", at);
            assertThat(read(odd)).isNotNull();
        }
    }

    @Nested
    class ARowOfTaobao {

        @Test
        void isAnEvent() {
            assertThat(row("999477", "2200475", "3607361", "pv", "1511848894"))
                    .isEqualTo(new Outcome.Valid(new BehaviourEvent(
                            new BuyerId("999477"),
                            BehaviourKind.VIEW,
                            "2200475",
                            "3607361",
                            Instant.parse("2017-11-28T06:01:34Z"))));
        }

        @Test
        void isRefusedByTheNameOfItsColumn() {
            assertThat(row("", "2200475", "3607361", "pv", "1511848894"))
                    .isEqualTo(new Outcome.Invalid(
                            new Rejection(RejectionCode.INVALID, "user", "The column user must not be empty.")));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "1e9", "99999999999999999999", "9223372036854775807", "1511848894.5"})
        void isRefusedAtWhatIsNoSecond(String time) {
            assertThat(row("u", "i", "c", "pv", time)).isInstanceOf(Outcome.Invalid.class);
        }

        @Test
        void isRefusedWithABehaviourThatTaobaoDoesNotHave() {
            assertThat(row("u", "i", "c", "view", "1511848894"))
                    .isEqualTo(new Outcome.Invalid(new Rejection(
                            RejectionCode.INVALID, "behaviour", "The behaviour must be pv, fav, cart or buy.")));
        }

        @Test
        void isRefusedWithAnotherNumberOfCells() {
            assertThat(row("u", "i", "c", "pv")).isInstanceOf(Outcome.Invalid.class);
        }

        @Property
        void ofAnyCellsIsAnswered(@ForAll List<String> cells) {
            assertThat(new TaobaoBehaviour().read(cells)).isNotNull();
        }

        private static Outcome row(String... cells) {
            return new TaobaoBehaviour().read(List.of(cells));
        }
    }

    private static Map<String, Object> with(String field, Object value) {
        var values = new HashMap<>(CARTED);
        values.put(field, value);
        return values;
    }

    private static Outcome read(Map<String, ?> values) {
        return new BehaviourEventReader().read(values);
    }

    private static Rejection rejected(Map<String, ?> values) {
        if (read(values) instanceof Outcome.Invalid(var rejection)) {
            return rejection;
        }
        throw new AssertionError("Not rejected: " + values);
    }
}
