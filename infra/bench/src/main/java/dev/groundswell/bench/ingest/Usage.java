package dev.groundswell.bench.ingest;

import dev.groundswell.bench.report.CpuTime;

/** What was used, of what is counted: the rest is zero. */
record Usage(double cpuMicros, double requests, double writeUnits, double readUnits) {

    static final Usage NONE = new Usage(0, 0, 0, 0);

    private static final double NANOS_PER_MICRO = 1_000;

    /** The CPU time of this process up to now. */
    static Usage ofCpu() {
        return new Usage(CpuTime.ofProcessNanos() / NANOS_PER_MICRO, 0, 0, 0);
    }

    Usage plus(Usage other) {
        return new Usage(
                cpuMicros + other.cpuMicros,
                requests + other.requests,
                writeUnits + other.writeUnits,
                readUnits + other.readUnits);
    }

    Usage minus(Usage earlier) {
        return new Usage(
                cpuMicros - earlier.cpuMicros,
                requests - earlier.requests,
                writeUnits - earlier.writeUnits,
                readUnits - earlier.readUnits);
    }

    /** The share of each of so many changes. */
    Usage per(int changes) {
        return new Usage(cpuMicros / changes, requests / changes, writeUnits / changes, readUnits / changes);
    }
}
