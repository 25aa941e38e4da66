package io.arrtheaudio.adapter.jdbi;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A step of the database's shape, as this program has it.
 *
 * @param version counted from 1
 * @param resource where its SQL is on the class path; Flyway takes the folder and finds it by its name
 */
record Migration(int version, String resource) {

    private static final String FOLDER = "io/arrtheaudio/adapter/jdbi/migration/";

    /** Every step, in order; once released, none is ever changed. */
    static final List<Migration> ALL = List.of(
            new Migration(1, FOLDER + "V1__edit_journal.sql"),
            new Migration(2, FOLDER + "V2__title_language.sql"),
            new Migration(3, FOLDER + "V3__jobs.sql"),
            new Migration(4, FOLDER + "V4__audit.sql"),
            new Migration(5, FOLDER + "V5__told_title.sql"),
            new Migration(6, FOLDER + "V6__job_correlation.sql"));

    /** The version that a database has after all of them. */
    static int newest(List<Migration> steps) {
        return steps.get(steps.size() - 1).version();
    }

    /** Where Flyway finds it. */
    String location() {
        return "classpath:" + resource.substring(0, resource.lastIndexOf('/'));
    }

    /** The sum that Flyway keeps in its history: CRC-32 over the lines without their ends. */
    int checksum() {
        CRC32 sum = new CRC32();
        try (InputStream sql = Migration.class.getResourceAsStream("/" + resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(sql, StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource + " of this program", e);
        }
        return (int) sum.getValue();
    }
}
