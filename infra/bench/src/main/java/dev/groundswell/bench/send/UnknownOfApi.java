package dev.groundswell.bench.send;

import dev.groundswell.core.campaign.CampaignId;
import dev.groundswell.local.LocalSystem;
import dev.groundswell.local.api.Api;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The unknown messages of a campaign, page by page, as people get them listed. */
final class UnknownOfApi {

    private static final String QUERY = """
        query ($campaign: ID!, $after: String) {
          messages(filter: {campaignId: $campaign, state: UNKNOWN}, first: 100, after: $after) {
            nodes { id }
            pageInfo { hasNextPage endCursor }
          }
        }\
        """;

    private UnknownOfApi() {}

    static Set<String> list(LocalSystem system, CampaignId campaign) {
        var ids = new HashSet<String>();
        try (var api = new Api(system)) {
            var variables = new HashMap<String, String>();
            variables.put("campaign", campaign.value());
            for (var isMore = true; isMore; ) {
                var page = api.ask(QUERY, variables).at("messages");
                page.list("nodes").forEach(node -> ids.add(node.requireText("id")));
                variables.put("after", page.at("pageInfo").text("endCursor").orElse(""));
                isMore = page.at("pageInfo").text("hasNextPage").equals(Optional.of("true"));
            }
        }
        return ids;
    }
}
