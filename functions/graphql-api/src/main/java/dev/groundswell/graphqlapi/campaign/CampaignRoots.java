package dev.groundswell.graphqlapi.campaign;

import dev.groundswell.core.campaign.CampaignId;
import dev.groundswell.core.campaign.CampaignStatus;
import dev.groundswell.core.campaign.Campaigns;
import dev.groundswell.core.store.Store;
import dev.groundswell.graphqlapi.execution.Background;
import dev.groundswell.graphqlapi.page.Connection;
import dev.groundswell.graphqlapi.page.Cursor;
import dev.groundswell.graphqlapi.page.PageArguments;
import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The root fields {@code campaign} and {@code campaigns}. */
public final class CampaignRoots {

    private static final Cursor CURSOR = new Cursor("c");
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z-]{1,40}");

    private final Campaigns campaigns;
    private final Background background;

    CampaignRoots(Campaigns campaigns, Background background) {
        this.campaigns = campaigns;
        this.background = background;
    }

    public CompletableFuture<?> find(Store store, DataFetchingEnvironment query) {
        var id = Objects.requireNonNull(query.<String>getArgument("id"));
        return background.call(() -> found(store, id));
    }

    private @Nullable StoreCampaign found(Store store, String id) {
        return CampaignId.isValid(id)
                ? campaigns
                        .find(store.id(), new CampaignId(id))
                        .map(campaign -> new StoreCampaign(store, campaign))
                        .orElse(null)
                : null;
    }

    public CompletableFuture<?> list(Store store, DataFetchingEnvironment query) {
        var arguments = PageArguments.of(query);
        Map<String, Object> filter = query.getArgument("filter");
        var status = Optional.ofNullable(filter)
                .map(fields -> (String) fields.get("status"))
                .map(CampaignStatus::valueOf);
        return background.call(() -> page(store, status, arguments));
    }

    private Connection<StoreCampaign> page(Store store, Optional<CampaignStatus> status, PageArguments arguments) {
        var before = arguments
                .after()
                .map(cursor -> CURSOR.read(cursor, ID))
                .filter(CampaignId::isValid)
                .map(CampaignId::new);
        var oneMore = campaigns.newest(store.id(), arguments.first() + 1, status, before).stream()
                .map(campaign -> new StoreCampaign(store, campaign))
                .toList();
        return Connection.of(
                arguments, oneMore, each -> CURSOR.write(each.campaign().id().value()));
    }
}
