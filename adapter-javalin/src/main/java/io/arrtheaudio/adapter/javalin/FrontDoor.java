package io.arrtheaudio.adapter.javalin;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Every request comes in here: it is looked at, and its answer gets the headers that all have. */
final class FrontDoor extends Handler.Wrapper {

    private final Proxies proxies;

    FrontDoor(Proxies proxies, Handler inside) {
        super(inside);
        this.proxies = proxies;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Arrival arrival = Arrival.see(request, proxies);
        SafeHeaders.put(response.getHeaders(), arrival.isSecure());
        return super.handle(request, response, callback);
    }
}
