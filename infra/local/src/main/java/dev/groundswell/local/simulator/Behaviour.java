package dev.groundswell.local.simulator;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a simulated provider behaves.
 *
 * @param delayMillis        until it answers
 * @param jitterMillis       up to so much more, by chance
 * @param percentLost        messages that it takes, and whose answer is lost
 * @param percentRefused     messages that it will never take
 * @param percentUndelivered messages that it takes and reports failed
 * @param partsPerSecond     beyond which it asks to come back later; 0 for any pace
 * @param isDown             whether it takes nothing at all
 * @param reportAfterMillis  until it reports what became of a message; less than 0 for never
 */
record Behaviour(
        int delayMillis,
        int jitterMillis,
        int percentLost,
        int percentRefused,
        int percentUndelivered,
        int partsPerSecond,
        boolean isDown,
        int reportAfterMillis) {

    /** One that works well. */
    static final Behaviour USUAL = new Behaviour(20, 30, 0, 0, 2, 0, false, 1_500);

    /**
     * This one with changes, named as the components are.
     *
     * @throws IllegalArgumentException if a change is none of them
     */
    Behaviour with(Map<String, Object> changes) {
        var values = values();
        changes.forEach((name, value) -> {
            if (!values.containsKey(name) || values.get(name) instanceof Boolean != value instanceof Boolean) {
                throw new IllegalArgumentException("A provider's behaviour is of " + values.keySet() + ".");
            }
            values.put(name, value);
        });
        return new Behaviour(
                number(values, "delayMillis"),
                number(values, "jitterMillis"),
                number(values, "percentLost"),
                number(values, "percentRefused"),
                number(values, "percentUndelivered"),
                number(values, "partsPerSecond"),
                Boolean.TRUE.equals(values.get("isDown")),
                number(values, "reportAfterMillis"));
    }

    private static int number(Map<String, Object> values, String name) {
        if (values.get(name) instanceof Number number) {
            return number.intValue();
        }
        throw new IllegalArgumentException(name + " is a number.");
    }

    Map<String, Object> values() {
        var values = new LinkedHashMap<String, Object>();
        values.put("delayMillis", delayMillis);
        values.put("jitterMillis", jitterMillis);
        values.put("percentLost", percentLost);
        values.put("percentRefused", percentRefused);
        values.put("percentUndelivered", percentUndelivered);
        values.put("partsPerSecond", partsPerSecond);
        values.put("isDown", isDown);
        values.put("reportAfterMillis", reportAfterMillis);
        return values;
    }
}
