package dev.groundswell.graphqlapi.segment;

import dev.groundswell.core.segment.ReadyMade;
import dev.groundswell.core.segment.Segment;
import dev.groundswell.core.segment.rule.SegmentRule;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A segment as people see it: a ready-made one with its rule of today, or one of the store's own. */
sealed interface ListedSegment {

    /** As the product lists them. */
    List<ReadyMade> IN_ORDER = List.of(ReadyMade.values());

    String id();

    String name();

    @Nullable
    String description();

    SegmentRule rule();

    /** Where it stands among all, compared as text. */
    String place();

    record OfTheProduct(ReadyMade segment, SegmentRule rule) implements ListedSegment {

        @Override
        public String id() {
            return segment.id().value();
        }

        @Override
        public String name() {
            return segment.title();
        }

        @Override
        public String description() {
            return segment.description();
        }

        @Override
        public String place() {
            return String.format(Locale.ROOT, "0%02d", IN_ORDER.indexOf(segment));
        }
    }

    record OfTheStore(Segment segment) implements ListedSegment {

        @Override
        public String id() {
            return segment.id().value();
        }

        @Override
        public String name() {
            return segment.name();
        }

        @Override
        public @Nullable String description() {
            return segment.description().isEmpty() ? null : segment.description();
        }

        @Override
        public SegmentRule rule() {
            return segment.rule();
        }

        @Override
        public String place() {
            return "1" + segment.id();
        }
    }

    default @Nullable Instant updatedAt() {
        return this instanceof OfTheStore(var segment) ? segment.updatedAt() : null;
    }

    default long revision() {
        return this instanceof OfTheStore(var segment) ? segment.revision() : 0;
    }
}
