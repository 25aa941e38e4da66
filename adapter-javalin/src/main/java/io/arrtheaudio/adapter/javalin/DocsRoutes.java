package io.arrtheaudio.adapter.javalin;

import static io.arrtheaudio.adapter.javalin.Route.Access.KEY;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * The OpenAPI document and a page to try it, Swagger UI. Nothing comes from elsewhere, and no script stands in the page
 * itself. Thread-safe.
 */
final class DocsRoutes implements RouteGroup {

    private static final String GROUP = "Documentation";
    private static final String UI = "/META-INF/resources/webjars/swagger-ui/";
    private static final String UI_VERSION = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";

    /** The page sets styles of single elements, and its icons are written into the style sheet. */
    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data:; connect-src 'self'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'";

    private final byte[] document;
    private final List<Route> routes;

    /**
     * Documents these routes and its own.
     *
     * @param version of the program
     */
    DocsRoutes(List<Route> others, String version, Json json) {
        this.routes = List.of(
                new Route(
                        HandlerType.GET,
                        "/openapi.json",
                        KEY,
                        new RouteDoc(GROUP, "This document").answers(200, "OpenAPI 3.1", "application/json"),
                        this::document),
                new Route(
                        HandlerType.GET,
                        "/docs",
                        KEY,
                        new RouteDoc(GROUP, "A page to read this document and to try it")
                                .answers(200, "the page", "text/html"),
                        DocsRoutes::page),
                part("docs.js", "text/javascript", "docs.js"),
                part("swagger-ui.css", "text/css", ui("swagger-ui.css")),
                part("swagger-ui-bundle.js", "text/javascript", ui("swagger-ui-bundle.js")));
        List<Route> all = new ArrayList<>(others);
        all.addAll(routes);
        this.document = json.write(OpenApiDocument.of(all, version));
    }

    @Override
    public List<Route> routes() {
        return routes;
    }

    private static Route part(String name, String type, String resource) {
        RouteDoc doc = new RouteDoc(GROUP, "A part of that page").answers(200, "the part", type);
        return new Route(HandlerType.GET, "/docs/" + name, KEY, doc, context -> {
            context.header("Cache-Control", "private, max-age=86400");
            send(context, resource, type);
        });
    }

    private void document(Context context) {
        context.contentType("application/json").result(document);
    }

    /** All its parts are named from where it was asked for, since a proxy may serve it below another path. */
    private static void page(Context context) {
        context.header("Content-Security-Policy", CONTENT_POLICY).contentType("text/html; charset=utf-8");
        try (InputStream in = open("docs.html")) {
            String page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            context.result(
                    context.path().endsWith("/") ? page.replace("<base href=\"./\">", "<base href=\"../\">") : page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(Context context, String resource, String type) {
        context.contentType(type + "; charset=utf-8").result(open(resource));
    }

    /** Where the webjar of this version has it. */
    private static String ui(String file) {
        Properties properties = new Properties();
        try (InputStream in = open(UI_VERSION)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return UI + properties.getProperty("version") + "/" + file;
    }

    private static InputStream open(String resource) {
        InputStream in = DocsRoutes.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("the program was packed without " + resource);
        }
        return in;
    }
}
