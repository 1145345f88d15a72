package dev.groundswell.local.template;

/** The account, region and ARNs of a local run: recognisable, and of the shape that AWS uses. */
public final class LocalNames {

    public static final String ACCOUNT = "000000000000";
    public static final String REGION = "us-east-1";
    public static final String PARTITION = "aws";

    private LocalNames() {}

    public static String functionArn(String id) {
        return arn("lambda", "function:" + id);
    }

    public static String queueArn(String name) {
        return arn("sqs", name);
    }

    public static String tableArn(String name) {
        return arn("dynamodb", "table/" + name);
    }

    public static String streamArn(String tableName) {
        return tableArn(tableName) + "/stream/local";
    }

    public static String bucketArn(String name) {
        return "arn:" + PARTITION + ":s3:::" + name;
    }

    public static String ruleArn(String name) {
        return arn("events", "rule/" + name);
    }

    static String arn(String service, String rest) {
        return "arn:" + PARTITION + ":" + service + ":" + REGION + ":" + ACCOUNT + ":" + rest;
    }
}
