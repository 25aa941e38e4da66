package io.arrtheaudio.adapter.jdbi;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.statement.ParsedSql;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Finds {@code :name} in a statement, but not in a text in single quotes. That is all that the statements of this module
 * need; Jdbi's own parser knows every dialect, and takes 60 ms to start.
 *
 * <p>Thread-safe.
 */
final class NamedParameters implements SqlParser {

    private static final Pattern TEXT_OR_NAME = Pattern.compile("'[^']*'|:([A-Za-z]+)");

    private final Map<String, ParsedSql> known = new ConcurrentHashMap<>(); // as many as this module has statements

    @Override
    public ParsedSql parse(String sql, StatementContext context) {
        return known.computeIfAbsent(sql, NamedParameters::parsed);
    }

    private static ParsedSql parsed(String sql) {
        ParsedSql.Builder parsed = ParsedSql.builder();
        Matcher parts = TEXT_OR_NAME.matcher(sql);
        int done = 0;
        while (parts.find()) {
            parsed.append(sql.substring(done, parts.start()));
            if (parts.group(1) == null) {
                parsed.append(parts.group());
            } else {
                parsed.appendNamedParameter(parts.group(1));
            }
            done = parts.end();
        }
        return parsed.append(sql.substring(done)).build();
    }

    @Override
    public String nameParameter(String name, StatementContext context) {
        return ":" + name;
    }
}
