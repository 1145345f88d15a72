package dev.groundswell.core.message.pace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.message.send.Urgency;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PaceBookTest {

    private static final long NOW = 1_794_297_600;

    private static PaceRequest wants(String worker, int wish) {
        return new PaceRequest(worker, Urgency.CAMPAIGN, 100, 100, wish, 1);
    }

    private static PaceBook afterAll(PaceBook book, long now, PaceRequest... requests) {
        for (var request : requests) {
            book = book.grant(request, now).book();
        }
        return book;
    }

    private static int leased(PaceBook book, String worker, long second) {
        return book.leases().stream()
                .filter(lease -> lease.worker().equals(worker) && lease.covers(second))
                .mapToInt(Lease::rate)
                .sum();
    }

    /** One step of a story: a worker asks some seconds after the step before. */
    record Step(int worker, boolean reminder, int wish, int least, int later) {}

    @Property
    void whateverIsAskedNoSecondIsLeasedBeyondItsTotalNorByCampaignsBeyondTheirShare(
            @ForAll @Size(max = 60) List<Long> seeds,
            @ForAll @IntRange(min = 1, max = 300) int total,
            @ForAll @IntRange(min = 1, max = 100) int percent) {
        var share = Math.max(1, total * percent / 100);
        var book = PaceBook.EMPTY;
        var now = NOW;
        for (var seed : seeds) {
            var step = step(seed);
            now += step.later();
            var urgency = step.reminder() ? Urgency.REMINDER : Urgency.CAMPAIGN;
            var mine = step.reminder() ? total : share;
            book = book.grant(
                            new PaceRequest(
                                    step.worker() + "/" + urgency, urgency, total, mine, step.wish(), step.least()),
                            now)
                    .book();
            for (var second = now; second < now + 12; second++) {
                assertThat(book.leased(second)).isLessThanOrEqualTo(total);
                assertThat(book.leased(second, Urgency.CAMPAIGN)).isLessThanOrEqualTo(share);
            }
        }
    }

    private static Step step(long seed) {
        var random = new Random(seed);
        return new Step(
                random.nextInt(8),
                random.nextInt(4) == 0,
                1 + random.nextInt(400),
                1 + random.nextInt(5),
                random.nextInt(3));
    }

    @Nested
    class AWorkerAlone {

        @Test
        void leasesAllThatItWants() {
            var book = afterAll(PaceBook.EMPTY, NOW, wants("a", 60));

            assertThat(leased(book, "a", NOW)).isEqualTo(60);
        }

        @Test
        void leasesForAShortTimeFirstAndThenForLonger() {
            var first = afterAll(PaceBook.EMPTY, NOW, wants("a", 60));
            var then = afterAll(first, NOW + 1, wants("a", 60));

            assertThat(leased(first, "a", NOW + PaceBook.FIRST_LEASE_SECONDS)).isZero();
            assertThat(leased(then, "a", NOW + PaceBook.LEASE_SECONDS)).isEqualTo(60);
            assertThat(leased(then, "a", NOW + 1)).isEqualTo(60);
        }
    }

    @Nested
    class AWorkerThatComesLater {

        @Test
        void findsNothingInTheSecondsThatAreLeased() {
            var book = afterAll(PaceBook.EMPTY, NOW, wants("a", 100), wants("b", 100));

            assertThat(leased(book, "b", NOW)).isZero();
        }

        @Test
        void hasHalfOfThoseAfterThem() {
            var book = afterAll(PaceBook.EMPTY, NOW, wants("a", 100), wants("b", 100));

            var later = afterAll(book, NOW + 1, wants("b", 100), wants("a", 100));

            var free = NOW + PaceBook.FIRST_LEASE_SECONDS;
            assertThat(leased(later, "b", free)).isEqualTo(50);
            assertThat(leased(later, "a", free)).isEqualTo(50);
        }
    }

    @Nested
    class Workers {

        @Test
        void whoWantLittleGetItAndLeaveTheRest() {
            var book = afterAll(PaceBook.EMPTY, NOW, wants("a", 10), wants("b", 100));

            assertThat(leased(book, "a", NOW)).isEqualTo(10);
            assertThat(leased(book, "b", NOW)).isEqualTo(90);
        }

        @Test
        void whoHaveEndedLeaveAllTheyHeld() {
            var book = afterAll(PaceBook.EMPTY, NOW, wants("a", 100));

            var later = afterAll(book, NOW + PaceBook.LEASE_SECONDS + 2, wants("b", 100));

            assertThat(leased(later, "b", NOW + PaceBook.LEASE_SECONDS + 2)).isEqualTo(100);
        }

        @Test
        void whoNeedMoreAtOnceThanTheirPartAreTakenInTurn() {
            var needs = new PaceRequest("a", Urgency.CAMPAIGN, 3, 3, 3, 2);
            var alsoNeeds = new PaceRequest("b", Urgency.CAMPAIGN, 3, 3, 3, 2);

            var book = afterAll(PaceBook.EMPTY, NOW, wants("c", 1), needs, alsoNeeds);

            assertThat(leased(book, "a", NOW)).isEqualTo(2);
            assertThat(leased(book, "b", NOW)).isZero();
        }
    }
}
