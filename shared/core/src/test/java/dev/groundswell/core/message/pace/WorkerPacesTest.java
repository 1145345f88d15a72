package dev.groundswell.core.message.pace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.message.provider.AProvider;
import dev.groundswell.core.message.send.Urgency;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WorkerPacesTest {

    private static final StoreId STORE = new StoreId("demo");
    private static final Instant BEGIN = Instant.parse("2026-11-11T00:00:00.250Z");
    private static final Instant UNTIL = BEGIN.plus(Duration.ofMinutes(1));

    private final VirtualTime time = new VirtualTime(BEGIN);
    private final PaceBooksInMemory books = new PaceBooksInMemory();
    private final List<Instant> begun = Collections.synchronizedList(new ArrayList<>());

    @Nested
    class Of_one_worker_small_slices_side_by_side {

        @Test
        void are_all_sent_within_a_second_where_the_provider_takes_that_many() {
            sendSlices(8, 27, 1_000);

            assertThat(begun).hasSize(8 * 27).allMatch(at -> at.isBefore(BEGIN.plusMillis(1_200)));
        }

        @Test
        void keep_to_what_the_provider_takes() {
            sendSlices(8, 27, 50);

            assertThat(begun).hasSize(8 * 27);
            assertThat(IntStream.range(0, 10).map(second -> (int) begun.stream()
                            .filter(at -> at.getEpochSecond() == BEGIN.getEpochSecond() + second)
                            .count()))
                    .allMatch(inSecond -> inSecond <= 50);
        }

        private void sendSlices(int slices, int messages, int limit) {
            var provider = AProvider.sms("a", limit).provider();
            var paces = new WorkerPaces(books, time, time, new Random(1));
            time.run(Collections.nCopies(slices, () -> {
                var lane = paces.lane(STORE, provider, Optional.empty(), Urgency.REMINDER);
                for (var left = messages; left > 0; ) {
                    var admitted = lane.admit(Collections.nCopies(left, 1), false, UNTIL);
                    // Meanwhile they are claimed, and others are admitted.
                    time.sleep(Duration.ofMillis(30));
                    for (var sent = 0; sent < admitted; sent++) {
                        assertThat(lane.await(List.of(1), UNTIL)).isOne();
                        begun.add(time.instant());
                    }
                    left -= admitted;
                    time.sleep(Duration.ofMillis(100));
                }
            }));
        }
    }
}
