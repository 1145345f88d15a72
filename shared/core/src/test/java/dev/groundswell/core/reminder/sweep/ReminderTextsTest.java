package dev.groundswell.core.reminder.sweep;

import static dev.groundswell.core.order.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.message.Content;
import dev.groundswell.core.message.text.SmsFrame;
import dev.groundswell.core.message.text.Wording;
import dev.groundswell.core.reminder.BuyerFacts;
import dev.groundswell.core.reminder.DropReason;
import dev.groundswell.core.reminder.sweep.ReminderWriter.Wanted;
import dev.groundswell.core.reminder.sweep.ReminderWriter.Written;
import dev.groundswell.core.reminder.task.ATask;
import dev.groundswell.core.reminder.task.OrderConditions.CustomerAge;
import dev.groundswell.core.reminder.task.ReminderTask;
import dev.groundswell.core.reminder.task.TaskTexts.Text;
import dev.groundswell.core.reminder.task.TaskTexts.TimeOfDay;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Orders are reminded at noon of the store. */
class ReminderTextsTest {

    private final ReminderTexts texts = new ReminderTexts();

    private Written written(ReminderTask task, int ordinal, BuyerFacts buyer, Optional<String> link) {
        return texts.write(
                ReminderDesk.STORE,
                new Wanted(
                        task,
                        ordinal,
                        anOrder("T1").costing(7_194).build(),
                        buyer,
                        new Phone("+8613800138000"),
                        link,
                        new SmsFrame("秋季", "拒收请回复R"),
                        ReminderDesk.NOON));
    }

    private String sms(ReminderTask task, int ordinal, BuyerFacts buyer) {
        return written(task, ordinal, buyer, Optional.of("https://go.example.com/l/0123456789"))
                        instanceof Written.Text(Content.Sms(var text, var _))
                ? text
                : "";
    }

    private static Text only(Optional<Integer> ordinal, Optional<CustomerAge> customers, String sms) {
        return new Text(ordinal, customers, Optional.empty(), new Wording.Sms(sms));
    }

    private static Text from(int hour, int until, String sms) {
        var hours = new TimeOfDay(LocalTime.of(hour, 0), LocalTime.of(until, 0));
        return new Text(Optional.empty(), Optional.empty(), Optional.of(hours), new Wording.Sms(sms));
    }

    @Test
    void aReminderIsASignedNoticeWithoutAWayOut() {
        var task = ATask.after(25)
                .saying(ATask.text("{{amount}} {{payment_link}}"))
                .build();

        assertThat(sms(task, 1, BuyerFacts.UNKNOWN)).isEqualTo("【秋季】71.94 https://go.example.com/l/0123456789");
    }

    @Test
    void theSecondMaySaySomethingElse() {
        var task = ATask.after(25, 120)
                .saying(only(Optional.of(2), Optional.empty(), "如已付款请忽略"), ATask.text("first"))
                .build();

        assertThat(sms(task, 1, BuyerFacts.UNKNOWN)).isEqualTo("【秋季】first");
        assertThat(sms(task, 2, BuyerFacts.UNKNOWN)).isEqualTo("【秋季】如已付款请忽略");
    }

    @Test
    void oldCustomersMayReadSomethingElseThanNewOnes() {
        var task = ATask.after(25)
                .saying(only(Optional.empty(), Optional.of(CustomerAge.RETURNING), "welcome back"), ATask.text("hello"))
                .build();
        var old = new BuyerFacts(Optional.empty(), Optional.of(Instant.EPOCH), Optional.of(Instant.EPOCH));

        assertThat(sms(task, 1, BuyerFacts.UNKNOWN)).isEqualTo("【秋季】hello");
        assertThat(sms(task, 1, old)).isEqualTo("【秋季】welcome back");
    }

    @Test
    void theTimeOfDayMayMatter() {
        var task = ATask.after(25)
                .saying(from(6, 12, "morning"), from(12, 18, "afternoon"), from(18, 6, "evening"), ATask.text("any"))
                .build();

        assertThat(sms(task, 1, BuyerFacts.UNKNOWN)).isEqualTo("【秋季】afternoon");
    }

    @Test
    void whatLacksAVariableIsNotWritten() {
        var task = ATask.after(25).saying(ATask.text("{{payment_link}}")).build();

        assertThat(written(task, 1, BuyerFacts.UNKNOWN, Optional.empty()))
                .isEqualTo(new Written.Nothing(DropReason.MISSING_VARIABLE));
    }
}
