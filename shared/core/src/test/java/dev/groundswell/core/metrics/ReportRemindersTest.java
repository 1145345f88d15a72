package dev.groundswell.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.groundswell.core.metrics.ContributionKey.ReminderKey;
import dev.groundswell.core.metrics.ReportReminders.Outcome;
import dev.groundswell.core.reminder.DropReason;
import dev.groundswell.core.store.StoreId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReportRemindersTest {

    private static final StoreId STORE = new StoreId("demo");
    private static final String TASK = "20260601T000000Z-0000000a";
    private static final LocalDate FIRST = LocalDate.of(2026, 6, 18);
    private static final ReminderCounts SENT = new ReminderCounts(5, 4, 1, 0, Map.of(), 2, 2, 900, 100, 270_000);

    private final CountersInMemory counters = new CountersInMemory();
    private final ReportReminders report = new ReportReminders(counters);

    private void count(String task, LocalDate day, ReminderCounts counts) {
        var sum = new Counters.Sum();
        sum.addReminders(new ReminderKey(day, task), counts);
        counters.correct(STORE, sum.counters(), StoreTotals.ZERO);
    }

    @BeforeEach
    void somethingOnEveryDay() {
        for (var day = FIRST.minusDays(1); !day.isAfter(FIRST.plusDays(2)); day = day.plusDays(1)) {
            count(TASK, day, SENT);
        }
        count(TASK, FIRST, ReminderCounts.ofDropped(DropReason.TOO_LATE));
        count("20260601T000000Z-0000000b", FIRST, SENT);
    }

    @Test
    void aTasksDaysAndTheirSumAreTold() {
        var both = SENT.plus(ReminderCounts.ofDropped(DropReason.TOO_LATE));

        assertThat(report.report(STORE, TASK, FIRST, FIRST.plusDays(1))).satisfies(outcome -> {
            var reported = (Outcome.Reported) outcome;
            assertThat(reported.days()).containsExactly(entry(FIRST, both), entry(FIRST.plusDays(1), SENT));
            assertThat(reported.total()).isEqualTo(both.plus(SENT));
            assertThat(reported.total().due()).isEqualTo(13);
        });
    }

    @Test
    void theReturnIsWhatWasRecoveredForWhatItCost() {
        assertThat(SENT.wholeCost()).isEqualTo(270);
        assertThat(SENT.returnOnCost()).contains(new BigDecimal("3.33"));
        assertThat(ReminderCounts.ofDropped(DropReason.TOO_LATE).returnOnCost()).isEmpty();
    }

    @Test
    void aTaskThatRemindedNobodyHasNothing() {
        assertThat(report.report(STORE, "20260601T000000Z-0000000c", FIRST, FIRST))
                .isEqualTo(new Outcome.Reported(ReminderCounts.ZERO, new TreeMap<>()));
    }

    @Test
    void aRangeHasAtLeastOneDayAndNotTooMany() {
        assertThat(report.report(STORE, TASK, FIRST, FIRST.minusDays(1))).isInstanceOf(Outcome.EmptyRange.class);
        assertThat(report.report(STORE, TASK, FIRST, FIRST.plusDays(ReportReminders.MAX_DAYS)))
                .isInstanceOf(Outcome.TooManyDays.class);
        assertThat(report.report(STORE, TASK, FIRST, FIRST.plusDays(ReportReminders.MAX_DAYS - 1)))
                .isInstanceOf(Outcome.Reported.class);
    }
}
