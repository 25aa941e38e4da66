package io.arrtheaudio.adapter.javalin;

import io.arrtheaudio.port.in.AuditDesk;
import io.javalin.http.Context;

/** Notes who asked for what. Thread-safe. */
record Notes(AuditDesk audit) {

    private static final int LONGEST_SUBJECT = 500;

    void note(Context context, String action, String subject, String outcome) {
        Caller caller = Caller.of(context);
        String brief = subject.length() <= LONGEST_SUBJECT ? subject : subject.substring(0, LONGEST_SUBJECT) + "...";
        audit.note(caller.who(), action, brief, caller.address(), outcome);
    }

    /** Who asks, for the note of what is ended because of it. */
    static String because(Context context) {
        return "cancelled by " + Caller.of(context).address();
    }
}
