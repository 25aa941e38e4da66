package io.arrtheaudio.kit;

import io.arrtheaudio.port.out.AuditLog;

class InMemoryAuditLogTest extends AuditLogContract {

    private final InMemoryAuditLog log = new InMemoryAuditLog();

    @Override
    protected AuditLog open() {
        return log;
    }
}
