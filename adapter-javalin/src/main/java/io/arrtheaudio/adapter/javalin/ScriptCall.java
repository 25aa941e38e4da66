package io.arrtheaudio.adapter.javalin;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrtheaudio.domain.arr.ArrEvent;
import io.arrtheaudio.domain.arr.ScriptVariables;
import io.arrtheaudio.domain.job.JobSource;
import io.arrtheaudio.port.in.ArrCall;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads what the custom script of an Arr app passes on: {@code {"variables": {"sonarr_eventtype": "Download", ...}}}. */
final class ScriptCall {

    private ScriptCall() {}

    /**
     * What has happened.
     *
     * @throws IllegalArgumentException if there are no variables of an Arr app, or a path among them cannot be one
     */
    static ArrCall read(JsonNode body) {
        JsonNode variables = body.path("variables");
        if (!variables.isObject()) {
            throw new IllegalArgumentException("the body has no variables, as the custom script sends them");
        }
        Map<String, String> values = new HashMap<>();
        variables.properties().forEach(variable -> {
            if (variable.getValue().isTextual()) {
                values.put(
                        variable.getKey().toLowerCase(Locale.ROOT),
                        variable.getValue().asText());
            }
        });
        ArrEvent event = ScriptVariables.read(values);
        String app = event.app().label().toLowerCase(Locale.ROOT);
        return new ArrCall(
                JobSource.HOOK,
                values.getOrDefault(app + "_instancename", ""),
                values.get(app + "_eventtype"),
                event,
                "");
    }
}
