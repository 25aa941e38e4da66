package io.arrtheaudio.launcher.server.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads a file as YAML 1.1 nodes, which know their lines. Size, depth and aliases are limited, whatever the file is; no
 * object is ever made of it.
 */
final class YamlFile {

    private static final int MOST_BYTES = 1024 * 1024;
    private static final int MOST_DEPTH = 20;
    private static final int MOST_ALIASES = 50;

    private YamlFile() {}

    /** The root node; empty if the file holds nothing, or cannot be read, which the report then tells. */
    static Optional<Node> read(Path file, Report report) {
        return bytes(file, report).flatMap(bytes -> text(bytes, report)).flatMap(text -> node(text, report));
    }

    private static Optional<byte[]> bytes(Path file, Report report) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length <= MOST_BYTES) {
                return Optional.of(bytes);
            }
            report.problem(Report.WHOLE_FILE, "is larger than any settings file (" + MOST_BYTES + " bytes)");
        } catch (NoSuchFileException e) {
            report.problem(Report.WHOLE_FILE, "there is no such file");
        } catch (AccessDeniedException e) {
            report.problem(Report.WHOLE_FILE, "this user may not read it; change its permissions");
        } catch (IOException e) {
            String what =
                    Files.isDirectory(file) ? "it is a folder; name the file in it" : String.valueOf(e.getMessage());
            report.problem(Report.WHOLE_FILE, "cannot be read: " + what);
        }
        return Optional.empty();
    }

    private static Optional<String> text(byte[] bytes, Report report) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            report.problem(line(text, text.length()), "holds bytes that are not UTF-8; save the file as UTF-8");
            return Optional.empty();
        }
        return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private static Optional<Node> node(String text, Report report) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_BYTES);
        options.setNestingDepthLimit(MOST_DEPTH);
        options.setMaxAliasesForCollections(MOST_ALIASES);
        options.setAllowDuplicateKeys(true); // told by Section, with both lines
        try {
            // What Yaml.compose() does, without the classes that make objects of nodes.
            var parser = new ParserImpl(new StreamReader(new StringReader(text)), options);
            return Optional.ofNullable(new Composer(parser, new Resolver(), options).getSingleNode());
        } catch (YAMLException e) {
            YamlFault fault = YamlFault.of(e);
            report.problem(fault.position() < 0 ? fault.line() : line(text, fault.position()), fault.text());
            return Optional.empty();
        }
    }

    /** The line, counted from 1, of a character of the text. */
    private static int line(String text, int position) {
        int end = Math.min(position, text.length());
        return 1 + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
    }
}
