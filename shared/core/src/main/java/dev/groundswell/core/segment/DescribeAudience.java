package dev.groundswell.core.segment;

import dev.groundswell.core.audience.AudienceRows;
import dev.groundswell.core.contact.Address;
import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.customer.CustomerProfiles;
import dev.groundswell.core.customer.Reach;
import dev.groundswell.core.message.text.AudienceFigures;
import dev.groundswell.core.message.text.AudienceFigures.Lacking;
import dev.groundswell.core.message.text.AudienceFigures.Recipient;
import dev.groundswell.core.segment.freeze.MemberFields;
import dev.groundswell.core.segment.freeze.MemberVariables;
import dev.groundswell.core.segment.rule.Condition;
import dev.groundswell.core.segment.rule.RuleError;
import dev.groundswell.core.segment.rule.SegmentField;
import dev.groundswell.core.segment.rule.SegmentRule;
import dev.groundswell.core.segment.rule.Test;
import dev.groundswell.core.store.Store;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says of those who meet a rule what the writer of a message needs: how many they are, what they lack, and some of them. */
public final class DescribeAudience {

    /** Enough for the length of most messages, and one page of what is asked for. */
    public static final int MAX_SAMPLE = SegmentQueries.MAX_PAGE;

    /** Each is one more reading of the index; a message with more variables is none that anybody reads. */
    public static final int MAX_COUNTED = 10;

    private static final Map<String, SegmentField> FIELDS =
            MemberFields.ALL.stream().collect(Collectors.toUnmodifiableMap(SegmentField::word, Function.identity()));

    private final SegmentQueries queries;
    private final CustomerProfiles customers;

    public DescribeAudience(SegmentQueries queries, CustomerProfiles customers) {
        this.queries = queries;
        this.customers = customers;
    }

    /** What came of it. */
    public sealed interface Result {

        record Described(AudienceFigures figures) implements Result {}

        /** @param errors of the rule, at least one */
        record Refused(List<RuleError> errors) implements Result {

            public Refused {
                errors = List.copyOf(errors);
            }
        }
    }

    /**
     * Reads the index some times over.
     *
     * @param channel   by which the sample is reached
     * @param variables what members may lack; those that are no member's are left out, and those beyond the first {@value
     *                  #MAX_COUNTED} are reckoned from the sample
     */
    public Result describe(Store store, SegmentRule rule, Channel channel, Collection<String> variables) {
        return switch (queries.preview(store.id(), rule)) {
            case PreviewResult.Refused(var errors) -> new Result.Refused(errors);
            case PreviewResult.Previewed(var preview) ->
                new Result.Described(figures(store, rule, channel, variables, preview.count()));
        };
    }

    private AudienceFigures figures(
            Store store, SegmentRule rule, Channel channel, Collection<String> variables, long members) {
        var sample = sample(store, rule);
        var lacking = new LinkedHashMap<String, Lacking>();
        for (var name : variables) {
            if (isOfMembers(name)) {
                var counted = lacking.size() < MAX_COUNTED ? counted(store, rule, name) : Optional.<Lacking>empty();
                lacking.put(name, counted.orElseGet(() -> reckoned(store, sample, name, members)));
            }
        }
        return new AudienceFigures(
                members,
                lacking,
                sample.stream()
                        .flatMap(customer -> recipient(store, customer, channel))
                        .toList());
    }

    private static boolean isOfMembers(String name) {
        return MemberVariables.ALL.stream().anyMatch(variable -> variable.name().equals(name));
    }

    /** Empty where no rule can ask. */
    private Optional<Lacking> counted(Store store, SegmentRule rule, String name) {
        return Optional.ofNullable(FIELDS.get(name)).flatMap(field -> counted(store, rule, field));
    }

    private Optional<Lacking> counted(Store store, SegmentRule rule, SegmentField field) {
        var withoutValue = new SegmentRule.FieldTest(new Condition<>(field, new Test.Known(false)));
        return queries.preview(store.id(), new SegmentRule.All(List.of(rule, withoutValue)))
                        instanceof PreviewResult.Previewed(var preview)
                ? Optional.of(new Lacking(preview.count(), preview.isExact()))
                : Optional.empty();
    }

    private static Lacking reckoned(Store store, List<CustomerProfile> sample, String name, long members) {
        if (sample.isEmpty()) {
            return new Lacking(0, members == 0);
        }
        var without = sample.stream()
                .filter(customer -> variables(store, customer).value(name) == null)
                .count();
        return new Lacking(Math.round((double) members * without / sample.size()), members == sample.size());
    }

    private List<CustomerProfile> sample(Store store, SegmentRule rule) {
        if (!(queries.members(store.id(), rule, MAX_SAMPLE, OptionalLong.empty())
                instanceof MembersResult.Page(var members, var _))) {
            return List.of();
        }
        var profiles = customers.find(
                store.id(), members.stream().map(MembersResult.Place::buyer).toList());
        return members.stream()
                .flatMap(member -> Stream.ofNullable(profiles.get(member.buyer())))
                .toList();
    }

    private static Stream<Recipient> recipient(Store store, CustomerProfile customer, Channel channel) {
        return Reach.of(customer, channel) instanceof Reach.Reachable(var address)
                ? Stream.of(new Recipient(customer.id(), Address.of(channel, address), variables(store, customer)))
                : Stream.empty();
    }

    private static MemberVariables variables(Store store, CustomerProfile customer) {
        return new MemberVariables(AudienceRows.of(customer, 1), store);
    }
}
