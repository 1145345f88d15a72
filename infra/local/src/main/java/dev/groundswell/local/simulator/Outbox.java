package dev.groundswell.local.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What arrived, in sight: the latest messages, and figures of all. */
public final class Outbox {

    /** A page shows no more. */
    private static final int SHOWN = 200;

    /** What arrives at the turn of a second is counted in any order, by threads that the machine may keep waiting. */
    private static final int SECONDS_OPEN = 60;

    private final Deque<Arrival> latest = new ArrayDeque<>();
    private final MessageSet messages = new MessageSet();
    private final MessageSet unanswered = new MessageSet();
    private final Map<String, Figures> byProvider = new TreeMap<>();
    private long doubled;

    /** Of one provider. */
    private static final class Figures {

        private long messages;
        private long parts;
        private long turnedAway;
        private final NavigableMap<Long, Integer> partsBySecond = new TreeMap<>();
        private int mostInASecond;
    }

    synchronized void add(Arrival arrival) {
        latest.addFirst(arrival);
        if (latest.size() > SHOWN) {
            latest.removeLast();
        }
        if (!messages.add(arrival.message())) {
            doubled++;
        }
        count(figures(arrival), arrival);
    }

    private Figures figures(Arrival arrival) {
        return byProvider.computeIfAbsent(arrival.provider(), _ -> new Figures());
    }

    private static void count(Figures figures, Arrival arrival) {
        var second = arrival.at().getEpochSecond();
        var parts = figures.partsBySecond.merge(second, arrival.parts(), Integer::sum);
        figures.mostInASecond = Math.max(figures.mostInASecond, parts);
        figures.partsBySecond.headMap(second - SECONDS_OPEN).clear();
        figures.messages++;
        figures.parts += arrival.parts();
    }

    /** Its provider is down, or asks to come back later. */
    synchronized void turnAway(List<Arrival> arrivals) {
        arrivals.forEach(arrival -> figures(arrival).turnedAway++);
    }

    /** Whoever sent them is not told that they arrived. */
    synchronized void answerIsLost(List<Arrival> arrivals) {
        arrivals.forEach(arrival -> unanswered.add(arrival.message()));
    }

    /** How often a message arrived that had arrived before. */
    public synchronized long doubled() {
        return doubled;
    }

    /** How many different messages arrived. */
    public synchronized long messages() {
        return messages.size();
    }

    /** Whether a message arrived. */
    public synchronized boolean has(String message) {
        return messages.contains(message);
    }

    /** Whether a message was taken or refused without an answer, as {@code percentLost} says. */
    public synchronized boolean isUnanswered(String message) {
        return unanswered.contains(message);
    }

    /** How many messages a provider took. */
    public synchronized long messages(String provider) {
        return byProvider.getOrDefault(provider, new Figures()).messages;
    }

    /** How many messages a provider was asked to take, and took none of, being down or too busy. */
    public synchronized long turnedAway(String provider) {
        return byProvider.getOrDefault(provider, new Figures()).turnedAway;
    }

    /** How many parts a provider took. */
    public synchronized long parts(String provider) {
        return byProvider.getOrDefault(provider, new Figures()).parts;
    }

    /** The most parts that a provider took in one second of the clock. */
    public synchronized int mostInASecond(String provider) {
        return byProvider.getOrDefault(provider, new Figures()).mostInASecond;
    }

    /** The latest ones, the newest first, field by field as they were posted. */
    public synchronized List<Map<String, Object>> latest() {
        return latest.stream().map(Arrival::shown).toList();
    }

    /** Figures of each provider, by its id. */
    synchronized Map<String, Object> figures() {
        var shown = new LinkedHashMap<String, Object>();
        byProvider.forEach((provider, figures) -> shown.put(
                provider,
                Map.of(
                        "messages", figures.messages,
                        "turnedAway", figures.turnedAway,
                        "parts", figures.parts,
                        "mostPartsInASecond", figures.mostInASecond)));
        return shown;
    }
}
