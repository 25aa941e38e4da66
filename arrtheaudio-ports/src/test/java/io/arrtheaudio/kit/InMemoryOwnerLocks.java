package io.arrtheaudio.kit;

import io.arrtheaudio.port.out.OwnerLocks;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One of the runs of the program on a machine in memory; any of them can be killed. Strict: a run that is gone and still
 * asks is an {@link AssertionError}.
 *
 * <p>Thread-safe.
 */
public final class InMemoryOwnerLocks implements OwnerLocks {

    private final Machine machine;
    private final String mine;

    /** The first run on a machine of its own. */
    public InMemoryOwnerLocks() {
        this(new Machine());
    }

    private InMemoryOwnerLocks(Machine machine) {
        this.machine = machine;
        this.mine = "run " + machine.runs.incrementAndGet();
        machine.alive.add(mine);
    }

    /** What all runs on one machine share. */
    private static final class Machine {
        private final AtomicInteger runs = new AtomicInteger();
        private final Set<String> alive = ConcurrentHashMap.newKeySet();
    }

    /** One more run on the same machine. */
    public InMemoryOwnerLocks anotherRun() {
        return new InMemoryOwnerLocks(machine);
    }

    /** Ends this run as a crash does. */
    public void kill() {
        machine.alive.remove(mine);
    }

    @Override
    public String mine() {
        mustBeAlive();
        return mine;
    }

    @Override
    public boolean isFree(String owner) {
        mustBeAlive();
        return !machine.alive.contains(owner);
    }

    @Override
    public void close() {
        machine.alive.remove(mine);
    }

    private void mustBeAlive() {
        if (!machine.alive.contains(mine)) {
            throw new AssertionError(mine + " is gone and still asks");
        }
    }
}
