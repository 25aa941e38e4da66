package io.arrtheaudio.adapter.javalin;

import io.arrtheaudio.port.in.ArrAnswer;
import java.util.List;

/**
 * What an Arr app is answered. It looks at nothing but the status; people look at the rest.
 *
 * @param status of HTTP
 * @param view goes over the wire
 */
record WebhookAnswer(int status, Object view) {

    /** Work is accepted. */
    record Accepted(String webhookId, int filesQueued, List<String> jobIds, int moved, int cancelled, String message) {}

    /** Files are gone. */
    record Noted(String status, String event, int cancelled) {}

    /** It was a test. */
    record Tested(String status, String message, List<Mapping> pathMappings) {}

    /** A path mapping, and whether its local side is there. */
    record Mapping(String remote, String local, boolean exists) {}

    /** Nothing is done. */
    record Ignored(String status, String event, String reason) {}

    /** Makes them. */
    record Views(String event) implements ArrAnswer.Cases<WebhookAnswer> {

        private static final int DONE = 200;
        private static final int ACCEPTED = 202;

        @Override
        public WebhookAnswer accepted(ArrAnswer.Accepted answer) {
            List<String> jobs = answer.webhook().jobs();
            String message = jobs.size() == 1 ? "1 file is queued" : jobs.size() + " files are queued";
            return new WebhookAnswer(
                    ACCEPTED,
                    new Accepted(
                            answer.webhook().id(), jobs.size(), jobs, answer.moved(), answer.cancelled(), message));
        }

        @Override
        public WebhookAnswer noted(ArrAnswer.Noted answer) {
            return new WebhookAnswer(DONE, new Noted("noted", event, answer.cancelled()));
        }

        @Override
        public WebhookAnswer tested(ArrAnswer.Tested answer) {
            List<Mapping> mappings = answer.mappings().stream()
                    .map(mapping ->
                            new Mapping(mapping.remote(), mapping.local().toString(), mapping.isThere()))
                    .toList();
            return new WebhookAnswer(DONE, new Tested("ok", message(mappings), mappings));
        }

        @Override
        public WebhookAnswer ignored(ArrAnswer.Ignored answer) {
            String reason = answer.why().isEmpty() ? "such events ask for nothing" : answer.why();
            return new WebhookAnswer(DONE, new Ignored("ignored", answer.word(), reason));
        }

        private static String message(List<Mapping> mappings) {
            List<String> missing = mappings.stream()
                    .filter(mapping -> !mapping.exists())
                    .map(Mapping::local)
                    .toList();
            if (mappings.isEmpty()) {
                return "webhooks come through; there are no path mappings, so paths are taken as the app has them";
            }
            return missing.isEmpty()
                    ? "webhooks come through, and every path mapping leads to a folder"
                    : "webhooks come through, but there is no folder " + String.join(", ", missing);
        }
    }
}
