package io.arrtheaudio.adapter.javalin;

import io.arrtheaudio.adapter.javalin.HttpSettings.Bounds;
import io.arrtheaudio.adapter.javalin.HttpSettings.Capacity;
import io.arrtheaudio.adapter.javalin.HttpSettings.Keys;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.port.in.AuditDesk;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves webhooks and the API. Any number of them may run in one program; each has its own threads, which end with it.
 *
 * <p>Thread-safe.
 */
public final class HttpServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(10);
    private static final Duration LAST_WORDS = Duration.ofMillis(100);
    private static final Duration THREAD_IDLE = Duration.ofSeconds(60);
    private static final int WAITING_CONNECTIONS = 512; // beyond, a client tries again after a second
    private static final int FEWEST_THREADS = 4;

    private final Server server;
    private final ServerConnector connector;
    private final List<RouteGroup> groups;

    private HttpServer(Server server, ServerConnector connector, List<RouteGroup> groups) {
        this.server = server;
        this.connector = connector;
        this.groups = List.copyOf(groups);
    }

    /**
     * Begins to serve.
     *
     * @throws AudioFixException {@code FIX_SETTINGS} if the address cannot be listened at
     */
    public static HttpServer start(HttpSettings settings, ServerParts parts, InstantSource clock) {
        return start(settings, settings::keys, parts, clock);
    }

    /**
     * The same with keys that may be renewed.
     *
     * @param keys in the place of those of the settings; asked for each request, so it must answer at once
     */
    public static HttpServer start(HttpSettings settings, Supplier<Keys> keys, ServerParts parts, InstantSource clock) {
        List<RouteGroup> groups =
                Api.groups(parts, new Json(), settings.bounds().events(), clock);
        return start(
                settings, keys, groups, parts.desks().audit(), parts.hooks().observer(), clock);
    }

    /** Begins to serve these routes. */
    static HttpServer start(
            HttpSettings settings,
            Supplier<Keys> keys,
            List<RouteGroup> groups,
            AuditDesk audit,
            RequestObserver observer,
            InstantSource clock) {
        Json json = new Json();
        CallerCheck callers = new CallerCheck(keys);
        List<Route> routes =
                groups.stream().flatMap(group -> group.routes().stream()).toList();
        routes.forEach(route -> observer.serves(route.verb().name(), route.path(), route.statuses()));
        Frame frame =
                new Frame(routes, new Admission(settings, callers, audit, clock), new Problems(json), observer, clock);
        Server server = new Server(threads(settings.capacity()));
        ServerConnector connector = connector(server, settings);
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(settings.capacity().connections(), server));
        Proxies proxies = settings.proxies();
        Handler inside = new BodyGate(callers, settings.bounds(), clock, context(frame, settings.bounds()));
        server.setHandler(new GracefulHandler(new FrontDoor(proxies, inside)));
        server.setErrorHandler(new BadMessages(json, proxies));
        server.setStopTimeout(LAST_ANSWERS.toMillis());
        HttpServer http = new HttpServer(server, connector, groups);
        http.listen(settings);
        return http;
    }

    private static QueuedThreadPool threads(Capacity capacity) {
        QueuedThreadPool threads = new QueuedThreadPool(capacity.threads(), FEWEST_THREADS, (int)
                THREAD_IDLE.toMillis()); // what waits for a thread is bounded by the number of connections
        threads.setName("http");
        return threads;
    }

    private static ServerConnector connector(Server server, HttpSettings settings) {
        Bounds bounds = settings.bounds();
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(bounds.headerBytes());
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setAcceptQueueSize(WAITING_CONNECTIONS);
        connector.setIdleTimeout(bounds.idle().toMillis());
        connector.setShutdownIdleTimeout(LAST_WORDS.toMillis());
        return connector;
    }

    private static ServletContextHandler context(Frame frame, Bounds bounds) {
        ServletContextHandler context = new ServletContextHandler();
        context.setContextPath("/");
        ServletHolder servlet = new ServletHolder(frame.servlet(bounds.bodyBytes()));
        servlet.setAsyncSupported(true);
        context.addServlet(servlet, "/*");
        return context;
    }

    private void listen(HttpSettings settings) {
        try {
            server.start();
        } catch (IOException e) {
            close();
            throw new AudioFixException(
                    Remedy.FIX_SETTINGS,
                    "could not listen at " + settings.host() + ":" + settings.port() + ": " + why(e),
                    e);
        } catch (Exception e) {
            close();
            throw new IllegalStateException("the server did not start", e);
        }
    }

    private static String why(IOException e) {
        String told = e.getMessage()
                + (e.getCause() == null ? "" : ": " + e.getCause().getMessage());
        return told.contains("assign requested address")
                ? "that is no address of this machine; set api.host to one that is, or to 0.0.0.0 for all"
                : e.getMessage() + "; end the program that does, or set api.host and api.port";
    }

    /** The port that it listens at. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Ends: no new request is taken, those that are worked on are finished, and no thread is left. */
    @Override
    public void close() {
        groups.forEach(RouteGroup::close);
        try {
            server.stop();
        } catch (Exception e) {
            LOG.warn("the server did not end as it should: {}", e.toString());
        }
    }
}
