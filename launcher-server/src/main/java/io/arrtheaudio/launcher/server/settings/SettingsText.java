package io.arrtheaudio.launcher.server.settings;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The text of a settings file, to be kept or shown elsewhere. Where secrets are blotted out, a variable that is not set stands
 * in their place, so that the program asks for them instead of using something wrong.
 *
 * @param file where it lies
 */
public record SettingsText(Path file) {

    /** What stands in the place of a secret. */
    static final String BLOT = "\"${REMOVED_SECRET}\"";

    private static final Pattern VARIABLE = Pattern.compile("\\s*(\\$\\{[A-Za-z_][A-Za-z0-9_]*}|none)?\\s*");

    /** Anything in a comment that looks like a secret with its name. */
    private static final Pattern IN_COMMENT = Pattern.compile(
            "(?im)(#.*?(?:key|secret|token|pass(?:word)?|headers)[\"']?\\s*[:=])(?!\\s*[\"']?\\$\\{[A-Za-z0-9_]+})(.*)$");

    private static final Set<String> SECRETS = Keys.all().stream()
            .filter(key -> key.shape() instanceof Secret
                    || key.shape() instanceof TmdbKey
                    || key.shape() instanceof SecretHeaders)
            .map(Key::path)
            .collect(Collectors.toUnmodifiableSet());

    /**
     * As it is.
     *
     * @throws AudioFixException {@code FIX_SETTINGS} if it cannot be read
     */
    public byte[] whole() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new AudioFixException(
                    Remedy.FIX_SETTINGS, "cannot read the settings file " + file + ": " + e + "; let this user", e);
        }
    }

    /**
     * Without its secrets.
     *
     * @throws AudioFixException {@code FIX_SETTINGS} if it cannot be read, or is no YAML
     */
    public byte[] withoutSecrets() {
        String text = new String(whole(), StandardCharsets.UTF_8);
        Report report = new Report(file.toString());
        Map<Integer, Integer> secrets = new TreeMap<>();
        YamlFile.read(file, report).ifPresent(root -> find(root, "", secrets));
        report.throwIfBroken();
        return blotted(text.startsWith("\uFEFF") ? text.substring(1) : text, secrets)
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Without its secrets and its comments, in which anything may stand.
     *
     * @throws AudioFixException as {@link #withoutSecrets}
     */
    public String bare() {
        return YamlComments.cutOff(new String(withoutSecrets(), StandardCharsets.UTF_8));
    }

    /** Where each secret begins and ends, counted in characters of Unicode. */
    private static void find(Node node, String path, Map<Integer, Integer> secrets) {
        if (SECRETS.contains(path)) {
            boolean isHarmless = node instanceof ScalarNode scalar
                    && VARIABLE.matcher(scalar.getValue()).matches();
            if (!isHarmless) {
                secrets.put(node.getStartMark().getIndex(), node.getEndMark().getIndex());
            }
        } else if (node instanceof MappingNode section) {
            for (NodeTuple entry : section.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode key) {
                    find(entry.getValueNode(), path.isEmpty() ? key.getValue() : path + "." + key.getValue(), secrets);
                }
            }
        } else if (node instanceof SequenceNode list) {
            list.getValue().forEach(item -> find(item, path + "[]", secrets));
        }
    }

    private static String blotted(String text, Map<Integer, Integer> secrets) {
        StringBuilder rest = new StringBuilder();
        int at = 0;
        for (Map.Entry<Integer, Integer> secret : secrets.entrySet()) {
            int start = text.offsetByCodePoints(0, secret.getKey());
            int end = text.offsetByCodePoints(0, secret.getValue());
            rest.append(text, at, start)
                    .append(BLOT)
                    .append(text.substring(start, end).endsWith("\n") ? "\n" : "");
            at = end;
        }
        rest.append(text, at, text.length());
        return IN_COMMENT.matcher(rest).replaceAll(found -> Matcher.quoteReplacement(found.group(1) + " " + BLOT));
    }
}
