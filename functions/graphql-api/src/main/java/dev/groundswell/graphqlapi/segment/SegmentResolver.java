package dev.groundswell.graphqlapi.segment;

import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.customer.CustomerProfiles;
import dev.groundswell.core.segment.MembersResult;
import dev.groundswell.core.segment.PreviewResult;
import dev.groundswell.core.segment.SegmentPreview;
import dev.groundswell.core.segment.SegmentQueries;
import dev.groundswell.core.segment.rule.RuleText;
import dev.groundswell.core.segment.rule.SegmentRule;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.graphqlapi.caller.Caller;
import dev.groundswell.graphqlapi.execution.Background;
import dev.groundswell.graphqlapi.page.Connection;
import dev.groundswell.graphqlapi.page.Cursor;
import dev.groundswell.graphqlapi.page.PageArguments;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

final class SegmentResolver extends ObjectResolver<ListedSegment> {

    private static final Cursor CURSOR = new Cursor("m");
    private static final Pattern PLACE = Pattern.compile("[0-9a-f]{16}");

    private final SegmentQueries queries;
    private final CustomerProfiles customers;
    private final Background background;

    SegmentResolver(SegmentQueries queries, CustomerProfiles customers, Background background) {
        super("Segment", ListedSegment.class);
        this.queries = queries;
        this.customers = customers;
        this.background = background;
    }

    @Override
    protected @Nullable Object resolve(String field, ListedSegment segment, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "id" -> segment.id();
            case "name" -> segment.name();
            case "description" -> segment.description();
            case "readyMade" -> segment instanceof ListedSegment.OfTheProduct;
            case "query" -> RuleText.write(segment.rule());
            case "rule" -> RuleJson.of(segment.rule());
            case "updatedAt" -> segment.updatedAt();
            case "revision" -> segment.revision();
            case "preview" -> {
                var store = store(query.get());
                yield background.call(() -> preview(store, segment.rule()));
            }
            case "members" -> {
                var store = store(query.get());
                var page = PageArguments.of(query.get());
                yield background.call(() -> members(store, segment.rule(), page));
            }
            default -> throw withoutCase(field);
        };
    }

    private static StoreId store(DataFetchingEnvironment query) {
        return Caller.of(query.getGraphQlContext()).store().id();
    }

    private SegmentPreview preview(StoreId store, SegmentRule rule) {
        return switch (queries.preview(store, rule)) {
            case PreviewResult.Previewed(var preview) -> preview;
            case PreviewResult.Refused(var errors) -> throw RuleRefusals.ofQuery(errors);
        };
    }

    private Connection<CustomerProfile> members(StoreId store, SegmentRule rule, PageArguments arguments) {
        var after = arguments
                .after()
                .map(cursor -> OptionalLong.of(HexFormat.fromHexDigitsToLong(CURSOR.read(cursor, PLACE))))
                .orElse(OptionalLong.empty());
        return switch (queries.members(store, rule, arguments.first(), after)) {
            case MembersResult.Page page -> connection(store, page, arguments);
            case MembersResult.Refused(var errors) -> throw RuleRefusals.ofQuery(errors);
        };
    }

    private Connection<CustomerProfile> connection(StoreId store, MembersResult.Page page, PageArguments arguments) {
        var profiles = customers.find(
                store, page.members().stream().map(MembersResult.Place::buyer).toList());
        return new Connection<>(
                page.members().stream()
                        .flatMap(place -> Stream.ofNullable(profiles.get(place.buyer()))
                                .map(profile -> new Connection.Edge<>(profile, cursor(place.cursor()))))
                        .toList(),
                arguments.after().isPresent(),
                page.next().isPresent() ? Optional.of(cursor(page.next().getAsLong())) : Optional.empty(),
                Connection::unknownCount);
    }

    private static String cursor(long place) {
        return CURSOR.write(HexFormat.of().toHexDigits(place));
    }
}
