package dev.groundswell.graphqlapi.segment;

import dev.groundswell.core.customer.CustomerProfiles;
import dev.groundswell.core.segment.DeleteSegment;
import dev.groundswell.core.segment.Promotions;
import dev.groundswell.core.segment.RuleBinder;
import dev.groundswell.core.segment.SaveSegment;
import dev.groundswell.core.segment.SegmentQueries;
import dev.groundswell.core.segment.Segments;
import dev.groundswell.core.segment.freeze.AudienceExports;
import dev.groundswell.core.segment.freeze.AudienceSteps;
import dev.groundswell.core.segment.freeze.ExportAudience;
import dev.groundswell.core.segment.freeze.ExportFiles;
import dev.groundswell.core.segment.freeze.FreezeAudience;
import dev.groundswell.core.segment.freeze.FrozenAudiences;
import dev.groundswell.graphqlapi.execution.Background;
import dev.groundswell.graphqlapi.mutation.PayloadResolver;
import dev.groundswell.graphqlapi.page.ConnectionResolver;
import dev.groundswell.graphqlapi.page.EdgeResolver;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import java.time.InstantSource;
import java.util.List;

/** What the API's part in segments and frozen audiences stands on. */
public record SegmentPorts(
        Segments segments,
        Promotions promotions,
        SegmentQueries queries,
        FrozenAudiences audiences,
        AudienceExports exports,
        ExportFiles files,
        AudienceSteps steps,
        InstantSource time) {

    public SegmentRoots roots(Background background) {
        return new SegmentRoots(catalogue(), rules(), queries, background);
    }

    public AudienceRoots audienceRoots(Background background) {
        return new AudienceRoots(audiences, background);
    }

    public SegmentMutations mutations() {
        return new SegmentMutations(rules(), new SaveSegment(segments, time), new DeleteSegment(segments));
    }

    public AudienceMutations audienceMutations() {
        return new AudienceMutations(catalogue(), rules(), new FreezeAudience(audiences, steps, time), exporting());
    }

    /** Of all types of the two topics. */
    public List<ObjectResolver<?>> resolvers(CustomerProfiles customers, Background background) {
        return List.of(
                new SegmentResolver(queries, customers, background),
                new ConnectionResolver("SegmentConnection"),
                new EdgeResolver("SegmentEdge"),
                new ConnectionResolver("CustomerConnection"),
                new EdgeResolver("CustomerEdge"),
                new SegmentPreviewResolver(),
                new SegmentReachabilityResolver(),
                new SegmentClauseResolver(),
                new SegmentCostResolver(),
                new RuleCheckResolver(),
                new RuleErrorResolver(),
                new FieldGuideResolver(),
                new CompletionsResolver(),
                new CompletionResolver(),
                new PayloadResolver("SaveSegmentPayload", "segment", "ruleErrors"),
                new PayloadResolver("DeleteSegmentPayload", "deletedId"),
                new AudienceResolver(exports, time, background),
                new AudienceProgressResolver(),
                new ConnectionResolver("AudienceConnection"),
                new EdgeResolver("AudienceEdge"),
                new AudienceExportResolver(exporting(), background),
                new PayloadResolver("FreezeSegmentPayload", "audience", "ruleErrors"),
                new PayloadResolver("ExportAudiencePayload", "export"));
    }

    private SegmentCatalogue catalogue() {
        return new SegmentCatalogue(segments, promotions, queries, time);
    }

    private RuleDesk rules() {
        return new RuleDesk(new RuleBinder(segments, promotions), queries, time);
    }

    private ExportAudience exporting() {
        return new ExportAudience(audiences, exports, files, steps, time);
    }
}
