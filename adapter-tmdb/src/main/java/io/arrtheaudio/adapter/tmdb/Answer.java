package io.arrtheaudio.adapter.tmdb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * What came back, see https://developer.themoviedb.org/docs/errors. No word of a body gets into a message.
 *
 * @param status of HTTP
 * @param retryAfter how long TMDB asks to wait; zero if it does not say
 * @param body as it came
 */
record Answer(int status, Duration retryAfter, BoundedBody.Body body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What TMDB says.
     *
     * @return empty if it does not know what was asked for
     * @throws TmdbFailure if this is no answer to the question
     */
    Optional<JsonNode> read() {
        if (status >= 200 && status < 300) {
            return Optional.of(content());
        }
        if (status == 404 && isTmdb()) {
            return Optional.empty();
        }
        throw failure();
    }

    private JsonNode content() {
        if (!body.isWhole()) {
            throw new TmdbFailure(TmdbFailure.Kind.STRANGE, "the answer is too large");
        }
        JsonNode json = parsed();
        if (!json.isObject()) {
            throw new TmdbFailure(TmdbFailure.Kind.STRANGE, "the answer is no JSON object");
        }
        return json;
    }

    /** A wrong address is answered by 404, too, but not in TMDB's words. */
    private boolean isTmdb() {
        return parsed().path("status_code").isInt();
    }

    private JsonNode parsed() {
        try {
            return JSON.readTree(body.bytes());
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private TmdbFailure failure() {
        if (status == 401) {
            return new TmdbFailure(TmdbFailure.Kind.BAD_KEY, "the key is not accepted (status 401)");
        }
        if (status == 429) {
            return new TmdbFailure(TmdbFailure.Kind.CROWDED, "too much is asked (status 429)", retryAfter);
        }
        return new TmdbFailure(otherKind(), "the answer was status " + status, retryAfter);
    }

    private TmdbFailure.Kind otherKind() {
        if (status >= 500) {
            return TmdbFailure.Kind.BROKEN;
        }
        return isTmdb() ? TmdbFailure.Kind.REFUSED : TmdbFailure.Kind.STRANGE;
    }
}
