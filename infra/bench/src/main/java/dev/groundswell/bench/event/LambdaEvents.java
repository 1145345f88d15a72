package dev.groundswell.bench.event;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.jr.ob.JSON;

/** Events as Lambda hands them over, in JSON. */
public final class LambdaEvents {

    private static final String REGION = "us-east-1";
    private static final String SENT = "1790000000000";

    private LambdaEvents() {}

    /** Messages of the queue {@code OrderChanges}, each received for the first time. */
    public static byte[] queue(List<String> bodies) {
        var records = new ArrayList<Object>();
        for (var body : bodies) {
            var id = "00000000-0000-4000-8000-%012d".formatted(records.size());
            records.add(fields(
                    "messageId",
                    id,
                    "receiptHandle",
                    "receipt-" + id,
                    "body",
                    body,
                    "attributes",
                    fields(
                            "ApproximateReceiveCount",
                            "1",
                            "SentTimestamp",
                            SENT,
                            "SenderId",
                            "AIDAIENQZJOLO23YVJ4VO",
                            "ApproximateFirstReceiveTimestamp",
                            SENT),
                    "messageAttributes",
                    Map.of(),
                    "md5OfBody",
                    "00000000000000000000000000000000",
                    "eventSource",
                    "aws:sqs",
                    "eventSourceARN",
                    "arn:aws:sqs:" + REGION + ":123456789012:OrderChanges",
                    "awsRegion",
                    REGION));
        }
        return bytes(Map.of("Records", records));
    }

    /** The key of an item of the table {@code Orders}. */
    public record OrderKey(String pk, String sk) {}

    /** Changed items of the table {@code Orders}, by their keys only. */
    public static byte[] stream(List<OrderKey> keys) {
        var records = new ArrayList<Object>();
        for (var key : keys) {
            var number = "%021d".formatted(records.size() + 1);
            records.add(fields(
                    "eventID",
                    number,
                    "eventName",
                    "MODIFY",
                    "eventVersion",
                    "1.1",
                    "eventSource",
                    "aws:dynamodb",
                    "awsRegion",
                    REGION,
                    "dynamodb",
                    fields(
                            "ApproximateCreationDateTime",
                            1_790_000_000L,
                            "Keys",
                            Map.of("pk", Map.of("S", key.pk()), "sk", Map.of("S", key.sk())),
                            "SequenceNumber",
                            number,
                            "SizeBytes",
                            60,
                            "StreamViewType",
                            "KEYS_ONLY"),
                    "eventSourceARN",
                    "arn:aws:dynamodb:" + REGION + ":123456789012:table/Orders/stream/2026-11-22T00:00:00.000"));
        }
        return bytes(Map.of("Records", records));
    }

    /**
     * A POST of JSON through the HTTP API.
     *
     * @param claims of the verified token; empty for a route without authorizer
     */
    public static byte[] post(String path, Map<String, String> headers, Map<String, String> claims, String body) {
        var allHeaders = new LinkedHashMap<String, Object>(headers);
        allHeaders.put("content-type", "application/json");
        allHeaders.put("content-length", Integer.toString(body.getBytes(StandardCharsets.UTF_8).length));
        allHeaders.put("host", "api.execute-api." + REGION + ".amazonaws.com");
        var context = fields(
                "accountId",
                "123456789012",
                "apiId",
                "api",
                "domainName",
                "api.execute-api." + REGION + ".amazonaws.com",
                "http",
                fields(
                        "method", "POST",
                        "path", path,
                        "protocol", "HTTP/1.1",
                        "sourceIp", "203.0.113.7",
                        "userAgent", "bench"),
                "requestId",
                "JKJaXmPLvHcESHA=",
                "routeKey",
                "POST " + path,
                "stage",
                "$default",
                "timeEpoch",
                1_790_000_000_000L);
        if (!claims.isEmpty()) {
            context.put("authorizer", Map.of("jwt", Map.of("claims", claims, "scopes", List.of())));
        }
        return bytes(fields(
                "version",
                "2.0",
                "routeKey",
                "POST " + path,
                "rawPath",
                path,
                "rawQueryString",
                "",
                "headers",
                allHeaders,
                "requestContext",
                context,
                "body",
                body,
                "isBase64Encoded",
                false));
    }

    private static Map<String, Object> fields(Object... namesAndValues) {
        var fields = new LinkedHashMap<String, Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        return fields;
    }

    private static byte[] bytes(Map<String, Object> event) {
        return JSON.std.asString(event).getBytes(StandardCharsets.UTF_8);
    }
}
