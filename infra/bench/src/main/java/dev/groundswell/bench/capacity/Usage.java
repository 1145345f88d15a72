package dev.groundswell.bench.capacity;

import dev.groundswell.bench.report.CpuTime;

/** What was used, of what is counted: the rest is zero. */
public record Usage(double cpuMicros, double requests, double writeUnits, double readUnits) {

    public static final Usage NONE = new Usage(0, 0, 0, 0);

    private static final double NANOS_PER_MICRO = 1_000;

    /** The CPU time of this process up to now. */
    public static Usage ofCpu() {
        return new Usage(CpuTime.ofProcessNanos() / NANOS_PER_MICRO, 0, 0, 0);
    }

    public Usage plus(Usage other) {
        return new Usage(
                cpuMicros + other.cpuMicros,
                requests + other.requests,
                writeUnits + other.writeUnits,
                readUnits + other.readUnits);
    }

    public Usage minus(Usage earlier) {
        return new Usage(
                cpuMicros - earlier.cpuMicros,
                requests - earlier.requests,
                writeUnits - earlier.writeUnits,
                readUnits - earlier.readUnits);
    }

    /** The share of each of so many changes. */
    public Usage per(int changes) {
        return new Usage(cpuMicros / changes, requests / changes, writeUnits / changes, readUnits / changes);
    }
}
