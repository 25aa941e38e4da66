package io.arrtheaudio.adapter.micrometer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.ExecutorServiceMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;

/** Figures of the Java machine, the process, the disk of the data folder and of groups of threads, as Micrometer makes them. */
final class RuntimeMeters implements AutoCloseable {

    /** What {@code promtool check metrics} does not accept. */
    private static final Set<String> LEFT_OUT = Set.of("process.cpu.time", "system.cpu.count");

    private final JvmGcMetrics collections = new JvmGcMetrics();

    private RuntimeMeters() {}

    /** The figures that there always are. */
    static RuntimeMeters in(MeterRegistry registry) {
        registry.config().meterFilter(MeterFilter.deny(id -> LEFT_OUT.contains(id.getName())));
        RuntimeMeters meters = new RuntimeMeters();
        List.<MeterBinder>of(
                        new JvmMemoryMetrics(),
                        meters.collections,
                        new JvmThreadMetrics(),
                        new ClassLoaderMetrics(),
                        new ProcessorMetrics(),
                        new FileDescriptorMetrics(),
                        new UptimeMetrics())
                .forEach(binder -> binder.bindTo(registry));
        return meters;
    }

    void watchDisk(MeterRegistry registry, Path folder) {
        new DiskSpaceMetrics(folder.toFile()).bindTo(registry);
    }

    void watch(MeterRegistry registry, String name, ExecutorService threads) {
        new ExecutorServiceMetrics(threads, name, Tags.empty()).bindTo(registry);
    }

    /** The machine tells nobody of its collections any more. */
    @Override
    public void close() {
        collections.close();
    }
}
