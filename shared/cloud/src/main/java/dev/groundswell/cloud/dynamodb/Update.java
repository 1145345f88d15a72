package dev.groundswell.cloud.dynamodb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An update expression being put together. Names that {@link #set(String, AttributeValue)} takes may be words that DynamoDB reserves. */
public final class Update {

    private final List<String> assignments = new ArrayList<>();
    private final List<String> removals = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, AttributeValue> values = new HashMap<>();

    public Update set(String name, AttributeValue value) {
        names.put("#" + name, name);
        return set("#" + name + " = :" + name, ":" + name, value);
    }

    public Update set(String assignment, String placeholder, AttributeValue value) {
        values.put(placeholder, value);
        return set(assignment);
    }

    public Update set(String assignment) {
        assignments.add(assignment);
        return this;
    }

    public Update remove(String name) {
        names.put("#" + name, name);
        removals.add("#" + name);
        return this;
    }

    /** Of the condition. */
    public Update value(String placeholder, AttributeValue value) {
        values.put(placeholder, value);
        return this;
    }

    public String expression() {
        return "SET " + String.join(", ", assignments)
                + (removals.isEmpty() ? "" : " REMOVE " + String.join(", ", removals));
    }

    public Map<String, String> names() {
        return names;
    }

    public Map<String, AttributeValue> values() {
        return values;
    }
}
