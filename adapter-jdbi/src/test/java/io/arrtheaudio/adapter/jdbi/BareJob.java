package io.arrtheaudio.adapter.jdbi;

/** Jobs as rows of whatever columns the table has in some version of it. */
final class BareJob {

    private BareJob() {}

    /** A row with nothing in it but what is counted. */
    static void insert(Database database, int id, String state, String kind, long ended, int took) {
        database.write("make a job", handle -> {
            String values = handle.createQuery(
                            "SELECT group_concat(CASE WHEN name = 'ready' THEN '2' WHEN type = 'TEXT'"
                                    + " THEN '''' || CASE name WHEN 'state' THEN :state WHEN 'kind' THEN :kind WHEN 'file_key'"
                                    + " THEN :id ELSE '' END || '''' ELSE CASE name WHEN 'id' THEN :id WHEN 'ended_ms' THEN"
                                    + " :ended ELSE 0 END END, ', ') FROM pragma_table_info('job')")
                    .bind("state", state)
                    .bind("kind", kind)
                    .bind("id", id)
                    .bind("ended", ended)
                    .mapTo(String.class)
                    .one();
            handle.execute("INSERT INTO job VALUES (" + values + ")");
            if (took > 0) {
                handle.execute("INSERT INTO job_result VALUES (" + id
                        + ", 'CHANGED', '', '', 0, '', '', '', '', '', 0, " + took + ")");
            }
            return id;
        });
    }
}
