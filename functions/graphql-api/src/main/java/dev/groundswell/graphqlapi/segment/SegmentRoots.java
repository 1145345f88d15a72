package dev.groundswell.graphqlapi.segment;

import dev.groundswell.core.segment.PreviewResult;
import dev.groundswell.core.segment.SegmentPreview;
import dev.groundswell.core.segment.SegmentQueries;
import dev.groundswell.core.segment.rule.Completions;
import dev.groundswell.core.segment.rule.FieldGuide;
import dev.groundswell.core.segment.rule.RuleText;
import dev.groundswell.core.store.Store;
import dev.groundswell.graphqlapi.execution.Background;
import dev.groundswell.graphqlapi.execution.ErrorCode;
import dev.groundswell.graphqlapi.execution.Refusal;
import dev.groundswell.graphqlapi.page.Connection;
import dev.groundswell.graphqlapi.page.Cursor;
import dev.groundswell.graphqlapi.page.PageArguments;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The root fields about segments and their rules. */
public final class SegmentRoots {

    private static final Cursor CURSOR = new Cursor("s");
    private static final Pattern PLACE = Pattern.compile("[01][0-9a-z-]{1,60}");

    private final SegmentCatalogue catalogue;
    private final RuleDesk rules;
    private final SegmentQueries queries;
    private final Background background;

    SegmentRoots(SegmentCatalogue catalogue, RuleDesk rules, SegmentQueries queries, Background background) {
        this.catalogue = catalogue;
        this.rules = rules;
        this.queries = queries;
        this.background = background;
    }

    public CompletableFuture<@Nullable ListedSegment> find(Store store, DataFetchingEnvironment query) {
        var id = Objects.requireNonNull(query.<String>getArgument("id"));
        return background.call(() -> catalogue.find(store, id).orElse(null));
    }

    public CompletableFuture<Connection<ListedSegment>> list(Store store, DataFetchingEnvironment query) {
        var arguments = PageArguments.of(query);
        return background.call(() -> page(catalogue.all(store), arguments));
    }

    public CompletableFuture<SegmentPreview> preview(Store store, DataFetchingEnvironment query) {
        return background.call(() -> preview(store, check(store, query)));
    }

    public CompletableFuture<RuleCheckResult> checkRule(Store store, DataFetchingEnvironment query) {
        return background.call(() -> check(store, query));
    }

    public List<FieldGuide> fields() {
        return FieldGuide.all();
    }

    public Completions completions(DataFetchingEnvironment query) {
        return RuleText.complete(
                Objects.requireNonNull(query.<String>getArgument("query")),
                Objects.requireNonNull(query.<Integer>getArgument("position")));
    }

    private RuleCheckResult check(Store store, DataFetchingEnvironment query) {
        return rules.check(store, query.getArguments())
                .orElseThrow(() -> new Refusal(
                        ErrorCode.BAD_USER_INPUT, "Give the rule as 'rule' or as 'query': one of the two."));
    }

    private SegmentPreview preview(Store store, RuleCheckResult check) {
        var rule = check.rule().orElseThrow(() -> RuleRefusals.ofQuery(check.errors()));
        return switch (queries.preview(store.id(), rule)) {
            case PreviewResult.Previewed(var preview) -> preview;
            case PreviewResult.Refused(var errors) -> throw RuleRefusals.ofQuery(errors);
        };
    }

    private static Connection<ListedSegment> page(List<ListedSegment> all, PageArguments arguments) {
        var after = arguments.after().map(cursor -> CURSOR.read(cursor, PLACE)).orElse("");
        var rest = all.stream()
                .filter(segment -> segment.place().compareTo(after) > 0)
                .toList();
        var page = rest.subList(0, Math.min(arguments.first(), rest.size()));
        return new Connection<>(
                page.stream()
                        .map(each -> new Connection.Edge<>(each, CURSOR.write(each.place())))
                        .toList(),
                arguments.after().isPresent(),
                rest.size() > page.size()
                        ? Optional.of(CURSOR.write(page.getLast().place()))
                        : Optional.empty(),
                () -> CompletableFuture.completedFuture((long) all.size()));
    }
}
