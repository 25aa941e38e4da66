package io.arrtheaudio.bench.page;

/** One part of the measurement. */
public interface Part {

    /** Measures, and prints its tables. */
    void run(Work work) throws Exception;
}
