package dev.groundswell.cloud.segment;

import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.segment.MembersResult;
import dev.groundswell.core.segment.MembersResult.Place;
import dev.groundswell.core.segment.PreviewResult;
import dev.groundswell.core.segment.SegmentPreview;
import dev.groundswell.core.segment.SegmentPreview.Clause;
import dev.groundswell.core.segment.SegmentPreview.Cost;
import dev.groundswell.core.segment.SegmentPreview.Reachability;
import dev.groundswell.core.segment.plan.AudienceStatistics;
import dev.groundswell.core.segment.rule.RuleError;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import tools.jackson.jr.ob.JSON;

/**
 * What the function {@code SegmentQuery} answers: {@code {"preview":{…}}}, {@code {"members":[…],"next":"-712"}}, {@code
 * {"statistics":{…}}}, or {@code {"refused":[…]}} for a rule that makes no sense.
 */
public final class SegmentAnswerJson {

    private static final String REFUSED = "refused";

    private SegmentAnswerJson() {}

    // ---- written

    public static byte[] write(PreviewResult result) {
        return bytes(
                switch (result) {
                    case PreviewResult.Previewed(var preview) -> Map.of("preview", preview(preview));
                    case PreviewResult.Refused(var errors) -> Map.of(REFUSED, errors(errors));
                });
    }

    public static byte[] write(MembersResult result) {
        return bytes(
                switch (result) {
                    case MembersResult.Page page -> page(page);
                    case MembersResult.Refused(var errors) -> Map.of(REFUSED, errors(errors));
                });
    }

    public static byte[] write(AudienceStatistics statistics) {
        return bytes(Map.of("statistics", StatisticsJson.write(statistics)));
    }

    private static byte[] bytes(Map<String, ?> fields) {
        return JSON.std.asString(fields).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> preview(SegmentPreview preview) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("count", preview.count());
        fields.put("candidates", preview.candidates());
        fields.put("sample", preview.sample().stream().map(BuyerId::value).toList());
        fields.put("smsOnly", preview.reachability().smsOnly());
        fields.put("emailOnly", preview.reachability().emailOnly());
        fields.put("both", preview.reachability().both());
        fields.put("neither", preview.reachability().neither());
        fields.put(
                "clauses",
                preview.clauses().stream().map(SegmentAnswerJson::clause).toList());
        fields.put("readUnits", preview.cost().readUnits());
        fields.put("requests", preview.cost().requests());
        fields.put("nanos", preview.cost().elapsed().toNanos());
        fields.put("asOf", preview.asOf().toString());
        return fields;
    }

    private static Map<String, Object> clause(Clause clause) {
        return Map.of("text", clause.text(), "alone", clause.alone(), "left", clause.left(), "exact", clause.exact());
    }

    private static Map<String, Object> page(MembersResult.Page page) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put(
                "members",
                page.members().stream()
                        .map(member ->
                                Map.of("buyer", member.buyer().value(), "cursor", Long.toString(member.cursor())))
                        .toList());
        page.next().ifPresent(next -> fields.put("next", Long.toString(next)));
        return fields;
    }

    private static List<Map<String, Object>> errors(List<RuleError> errors) {
        return errors.stream().map(SegmentAnswerJson::error).toList();
    }

    private static Map<String, Object> error(RuleError error) {
        return Map.of(
                "line", error.line(),
                "column", error.column(),
                "path", error.path(),
                "message", error.message(),
                "expected", error.expected());
    }

    // ---- read

    static PreviewResult preview(Map<String, Object> answer) {
        return answer.containsKey(REFUSED)
                ? new PreviewResult.Refused(readErrors(answer))
                : new PreviewResult.Previewed(readPreview(JsonFields.object(answer, "preview")));
    }

    static MembersResult members(Map<String, Object> answer) {
        if (answer.containsKey(REFUSED)) {
            return new MembersResult.Refused(readErrors(answer));
        }
        return new MembersResult.Page(
                JsonFields.objects(answer, "members").stream()
                        .map(member -> new Place(
                                new BuyerId(JsonFields.text(member, "buyer")),
                                Long.parseLong(JsonFields.text(member, "cursor"))))
                        .toList(),
                answer.get("next") instanceof String next
                        ? OptionalLong.of(Long.parseLong(next))
                        : OptionalLong.empty());
    }

    static AudienceStatistics statistics(Map<String, Object> answer) {
        return StatisticsJson.read(JsonFields.object(answer, "statistics"));
    }

    private static SegmentPreview readPreview(Map<String, Object> fields) {
        return new SegmentPreview(
                JsonFields.number(fields, "count"),
                JsonFields.number(fields, "candidates"),
                JsonFields.texts(fields, "sample").stream().map(BuyerId::new).toList(),
                new Reachability(
                        JsonFields.number(fields, "smsOnly"),
                        JsonFields.number(fields, "emailOnly"),
                        JsonFields.number(fields, "both"),
                        JsonFields.number(fields, "neither")),
                JsonFields.objects(fields, "clauses").stream()
                        .map(SegmentAnswerJson::readClause)
                        .toList(),
                new Cost(
                        Double.parseDouble(JsonFields.text(fields, "readUnits")),
                        Math.toIntExact(JsonFields.number(fields, "requests")),
                        Duration.ofNanos(JsonFields.number(fields, "nanos"))),
                Instant.parse(JsonFields.text(fields, "asOf")));
    }

    private static Clause readClause(Map<String, Object> fields) {
        return new Clause(
                JsonFields.text(fields, "text"),
                JsonFields.number(fields, "alone"),
                JsonFields.number(fields, "left"),
                Boolean.parseBoolean(JsonFields.text(fields, "exact")));
    }

    private static List<RuleError> readErrors(Map<String, Object> answer) {
        return JsonFields.objects(answer, REFUSED).stream()
                .map(error -> new RuleError(
                        Math.toIntExact(JsonFields.number(error, "line")),
                        Math.toIntExact(JsonFields.number(error, "column")),
                        JsonFields.text(error, "path"),
                        JsonFields.text(error, "message"),
                        JsonFields.texts(error, "expected")))
                .toList();
    }
}
