package dev.groundswell.cloud.segment;

import dev.groundswell.core.segment.rule.RuleReading;
import dev.groundswell.core.segment.rule.RuleText;
import dev.groundswell.core.segment.rule.SegmentRule;
import dev.groundswell.core.store.StoreId;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import tools.jackson.jr.ob.JSON;

/**
 * What the function {@code SegmentQuery} is asked: {@code {"ask":"PREVIEW","store":"demo","rule":"paid_orders >= 2"}}, {@code
 * {"ask":"MEMBERS",…,"first":20,"after":"-712"}}, or {@code {"ask":"STATISTICS","store":"demo"}}.
 */
public sealed interface SegmentQuestion {

    StoreId store();

    record Preview(StoreId store, SegmentRule rule) implements SegmentQuestion {}

    record Members(StoreId store, SegmentRule rule, int first, OptionalLong after) implements SegmentQuestion {}

    record Statistics(StoreId store) implements SegmentQuestion {}

    /** @throws IllegalArgumentException if it is none of these */
    static SegmentQuestion read(InputStream json) {
        var fields = JSON.std.mapFrom(json);
        var store = new StoreId(JsonFields.text(fields, "store"));
        var ask = JsonFields.text(fields, "ask");
        return switch (ask) {
            case "PREVIEW" -> new Preview(store, rule(fields));
            case "MEMBERS" ->
                new Members(
                        store,
                        rule(fields),
                        Math.toIntExact(JsonFields.number(fields, "first")),
                        fields.get("after") instanceof String after
                                ? OptionalLong.of(Long.parseLong(after))
                                : OptionalLong.empty());
            case "STATISTICS" -> new Statistics(store);
            default -> throw new IllegalArgumentException("Nobody can be asked for " + ask + ".");
        };
    }

    private static SegmentRule rule(Map<String, Object> fields) {
        return switch (RuleText.read(JsonFields.text(fields, "rule"))) {
            case RuleReading.Read(var rule) -> rule;
            case RuleReading.Refused(var errors) -> throw new IllegalArgumentException("No rule: " + errors);
        };
    }

    /** 64 bits as text: many a reader of JSON has no such numbers. */
    default String write() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("store", store().value());
        switch (this) {
            case Preview preview -> {
                fields.put("ask", "PREVIEW");
                fields.put("rule", RuleText.write(preview.rule()));
            }
            case Members members -> {
                fields.put("ask", "MEMBERS");
                fields.put("rule", RuleText.write(members.rule()));
                fields.put("first", members.first());
                members.after().ifPresent(after -> fields.put("after", Long.toString(after)));
            }
            case Statistics _ -> fields.put("ask", "STATISTICS");
        }
        return JSON.std.asString(fields);
    }
}
