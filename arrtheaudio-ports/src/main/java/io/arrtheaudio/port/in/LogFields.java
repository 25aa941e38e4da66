package io.arrtheaudio.port.in;

/**
 * Fields that lines of the log have in common, as keys of SLF4J's diagnostic context: whoever looks for one of their values
 * finds everything that belongs together, from the request to the file.
 */
public final class LogFields {

    /** The id of the request that asked for it first. */
    public static final String CORRELATION = "correlation_id";

    /** The job that is worked on. */
    public static final String JOB = "job_id";

    /** The batch that alone asked for the job. */
    public static final String BATCH = "batch_id";

    /** The file that is worked on. */
    public static final String FILE = "file";

    private LogFields() {}
}
