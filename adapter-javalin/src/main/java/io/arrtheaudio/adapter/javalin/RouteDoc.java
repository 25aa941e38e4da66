package io.arrtheaudio.adapter.javalin;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What people are told about a route.
 *
 * @param group under which heading it stands
 * @param summary in one line
 * @param parameters of its query; those of its path are in the path
 * @param body the record that tells the fields of the body; {@link Nothing} if there is none
 * @param answers what it can answer, beside what every route can
 */
record RouteDoc(
        String group, String summary, List<Parameter> parameters, Class<? extends Record> body, List<Answer> answers) {

    RouteDoc {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(summary, "summary");
        parameters = List.copyOf(parameters);
        Objects.requireNonNull(body, "body");
        answers = List.copyOf(answers);
    }

    RouteDoc(String group, String summary) {
        this(group, summary, List.of(), Nothing.class, List.of());
    }

    /** No fields. */
    record Nothing() {}

    /**
     * A parameter of the query, or a header.
     *
     * @param in {@code query} or {@code header}
     * @param type {@code string} or {@code integer}
     * @param oneOf the values that it can have, several with commas between them; empty for any
     */
    record Parameter(String name, String in, String type, String about, List<String> oneOf) {

        Parameter {
            oneOf = List.copyOf(oneOf);
        }
    }

    /**
     * What a route can answer.
     *
     * @param content the type of its body; empty if it has none
     * @param body the record that tells its fields; {@link Nothing} if it is not JSON
     */
    record Answer(int status, String about, String content, Class<? extends Record> body) {}

    /** The same with one more parameter. */
    RouteDoc query(String name, String about) {
        return and(new Parameter(name, "query", "string", about, List.of()));
    }

    /** The same with one more parameter that is a number. */
    RouteDoc number(String name, String about) {
        return and(new Parameter(name, "query", "integer", about, List.of()));
    }

    /** The same with one more parameter that has these values. */
    RouteDoc words(String name, String about, List<String> oneOf) {
        return and(new Parameter(name, "query", "string", about, oneOf));
    }

    /** The same with one more header that counts. */
    RouteDoc header(String name, String about) {
        return and(new Parameter(name, "header", "string", about, List.of()));
    }

    /** The same with a body. */
    RouteDoc takes(Class<? extends Record> fields) {
        return new RouteDoc(group, summary, parameters, fields, answers);
    }

    /** The same with one more answer, in JSON. */
    RouteDoc answers(int status, String about, Class<? extends Record> fields) {
        return and(new Answer(status, about, "application/json", fields));
    }

    /** The same with one more answer of another kind. */
    RouteDoc answers(int status, String about, String content) {
        return and(new Answer(status, about, content, Nothing.class));
    }

    /** The same with one more problem. */
    RouteDoc refuses(int status, String about) {
        return refuses(status, about, Problem.class);
    }

    /** The same with one more problem that has fields of its own. */
    RouteDoc refuses(int status, String about, Class<? extends Record> fields) {
        return and(new Answer(status, about, Problem.CONTENT_TYPE, fields));
    }

    private RouteDoc and(Parameter parameter) {
        List<Parameter> more = new ArrayList<>(parameters);
        more.add(parameter);
        return new RouteDoc(group, summary, more, body, answers);
    }

    private RouteDoc and(Answer answer) {
        List<Answer> more = new ArrayList<>(answers);
        more.add(answer);
        return new RouteDoc(group, summary, parameters, body, more);
    }
}
