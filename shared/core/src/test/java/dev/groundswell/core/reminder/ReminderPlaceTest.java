package dev.groundswell.core.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.message.AddressKey;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.OrderId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReminderPlaceTest {

    private static final String BATCH = "20261111T000000Z-5f3a9c1e00c0ffee";
    private static final BuyerId BUYER = new BuyerId("B1");

    private static ReminderId reminder(String order, Phase phase, int ordinal) {
        return new ReminderId(BUYER, new OrderId(order), phase, ordinal);
    }

    @Property
    void isReadAsItWasWrittenForAnyOrder(
            @ForAll @StringLength(min = 1, max = OrderId.MAX_LENGTH) String order,
            @ForAll Phase phase,
            @ForAll @IntRange(min = 1, max = 2) int ordinal) {
        var reminder = reminder(order, phase, ordinal);
        var place = ReminderPlace.of(BATCH, reminder);

        assertThat(ReminderPlace.parse(place.toString())).contains(place);
        assertThat(place.reminder(BUYER)).isEqualTo(reminder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0007/412", "", "r", "r/batch/PAYMENT/3/T1", "r/batch/PAYMENT/1/"})
    void ofAnotherSenderIsNone(String place) {
        assertThat(ReminderPlace.parse(place)).isEmpty();
    }

    @Test
    void namesAMessageThatIsTheSameWheneverItIsMadeAndTellsNoOrder() {
        var address = AddressKey.of(new Phone("+8613800000000"));
        var message = reminder("T-4711", Phase.PAYMENT, 1).message(address);

        assertThat(message).isEqualTo(reminder("T-4711", Phase.PAYMENT, 1).message(address));
        assertThat(message.toString()).doesNotContain("4711");
        assertThat(message)
                .isNotEqualTo(reminder("T-4711", Phase.PAYMENT, 2).message(address))
                .isNotEqualTo(reminder("T-4711", Phase.BALANCE, 1).message(address))
                .isNotEqualTo(reminder("T-4712", Phase.PAYMENT, 1).message(address));
    }
}
