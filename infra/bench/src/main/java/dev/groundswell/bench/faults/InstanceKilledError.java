package dev.groundswell.bench.faults;

/** The process of an instance ended. Nothing catches it, and Lambda's runtime client, which does, ends the process too. */
final class InstanceKilledError extends VirtualMachineError {

    private static final long serialVersionUID = 1L;

    InstanceKilledError(String function) {
        super("An instance of " + function + " was killed.");
    }
}
