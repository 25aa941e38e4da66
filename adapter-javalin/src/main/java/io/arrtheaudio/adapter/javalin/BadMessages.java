package io.arrtheaudio.adapter.javalin;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers what is not HTTP, or beyond its bounds, before anybody else could. */
final class BadMessages implements Request.Handler {

    private final Json json;
    private final Proxies proxies;

    BadMessages(Json json, Proxies proxies) {
        this.json = json;
        this.proxies = proxies;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = status(request, response);
        SafeHeaders.put(response.getHeaders(), Arrival.isSecure(request, proxies));
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.CONTENT_TYPE);
        response.getHeaders()
                .put(HttpHeader.CONNECTION, "close"); // Jetty hangs up, and who is not told asks once more there
        byte[] problem = json.write(Problem.of(status, HttpStatus.getMessage(status), detail(status)));
        response.write(true, ByteBuffer.wrap(problem), callback);
        return true;
    }

    private static String detail(int status) {
        return switch (status) {
            case 400 ->
                "the address or a header of the request is not as HTTP wants it, or may mean more than one thing";
            case 414 -> "the address is too long";
            case 431 -> "the headers are longer than this server takes";
            default -> "";
        };
    }

    private static int status(Request request, Response response) {
        return request.getAttribute(ErrorHandler.ERROR_EXCEPTION) instanceof HttpException http
                ? http.getCode()
                : Math.max(400, response.getStatus());
    }
}
