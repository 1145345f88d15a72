package dev.groundswell.local.script;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a scripted function does with an event: handlers are made by the run, so a test leaves its script here. */
@FunctionalInterface
public interface Script {

    Map<String, Script> BY_NAME = new ConcurrentHashMap<>();

    String run(String event, ScriptedHandler handler) throws Exception;

    static void write(String name, Script script) {
        BY_NAME.put(name, script);
    }

    /** Back to answering nothing. */
    static void clear() {
        BY_NAME.clear();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
