package dev.groundswell.bench.report;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** CPU time of this process, all its threads, compiler and collector included. */
public final class CpuTime {

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private CpuTime() {}

    public static long ofProcessNanos() {
        return PROCESS.getProcessCpuTime();
    }
}
