package dev.groundswell.graphqlapi.campaign;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import dev.groundswell.cloud.segment.SegmentQueryException;
import dev.groundswell.core.campaign.Campaign;
import dev.groundswell.core.campaign.EstimateCampaign;
import dev.groundswell.core.campaign.NoteExpectedCost.ExpectedCost;
import dev.groundswell.core.store.Store;
import java.util.OptionalLong;

/** A campaign's cost, unless the function that counts its audience does not answer: a campaign is changed all the same, and the log says so. */
final class CostWhereTold implements ExpectedCost {

    private final EstimateCampaign estimating;
    private final LambdaLogger logger;

    CostWhereTold(EstimateCampaign estimating, LambdaLogger logger) {
        this.estimating = estimating;
        this.logger = logger;
    }

    CostWhereTold(EstimateCampaign estimating) {
        this(estimating, LambdaRuntime.getLogger());
    }

    @Override
    public OptionalLong of(Store store, Campaign campaign) {
        try {
            return OptionalLong.of(estimating.cost(store, campaign));
        } catch (SegmentQueryException untold) {
            logger.log("{\"level\":\"WARN\",\"message\":\"What a campaign is expected to cost could not be"
                    + " told.\",\"campaign\":\""
                    + campaign.id() + "\",\"reason\":\"" + untold.reason() + "\"}\n");
            return OptionalLong.empty();
        }
    }
}
