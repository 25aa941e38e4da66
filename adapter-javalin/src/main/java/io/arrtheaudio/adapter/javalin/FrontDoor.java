package io.arrtheaudio.adapter.javalin;

import java.util.Set;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Every request comes in here: it is looked at, and its answer gets the headers that all have. A verb that somebody made up
 * is called {@link #OTHER} from here on, so that there are only so many in figures and logs.
 */
final class FrontDoor extends Handler.Wrapper {

    /** In the place of verbs that nothing answers to. */
    static final String OTHER = "OTHER";

    private static final Set<String> VERBS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS");

    private final Proxies proxies;

    FrontDoor(Proxies proxies, Handler inside) {
        super(inside);
        this.proxies = proxies;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Arrival arrival = Arrival.see(request, proxies);
        response.getHeaders().put(RequestId.HEADER, arrival.id());
        SafeHeaders.put(response.getHeaders(), arrival.isSecure());
        return super.handle(VERBS.contains(request.getMethod()) ? request : new Odd(request), response, callback);
    }

    private static final class Odd extends Request.Wrapper {

        Odd(Request request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return OTHER;
        }
    }
}
