package io.arrtheaudio.launcher.server.settings;

import java.io.StringReader;
import java.util.BitSet;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Comments of a YAML text. The parser's own are not asked for, for it leaves some out; but it knows where values are, and a
 * {@code #} that is in none begins a comment.
 */
final class YamlComments {

    private YamlComments() {}

    /** The text with nothing from each {@code #} of a comment to the end of its line. */
    static String cutOff(String text) {
        BitSet values = values(text);
        StringBuilder rest = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == '#' && !values.get(at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            }
            if (at < text.length()) {
                rest.append(text.charAt(at));
            }
        }
        return rest.toString().replaceAll("(?m)[ \\t]+$", "");
    }

    /** Which characters belong to values and keys. */
    private static BitSet values(String text) {
        Parser parser = new ParserImpl(new StreamReader(new StringReader(text)), new LoaderOptions());
        BitSet values = new BitSet(text.length());
        for (Event event = parser.getEvent(); !event.is(Event.ID.StreamEnd); event = parser.getEvent()) {
            if (event instanceof ScalarEvent scalar) {
                int start = text.offsetByCodePoints(0, scalar.getStartMark().getIndex());
                int end = text.offsetByCodePoints(0, scalar.getEndMark().getIndex());
                values.set(isBlock(scalar) ? Math.min(end, lineEnd(text, start)) : start, end);
            }
        }
        return values;
    }

    /** Behind the sign of a block there may be a comment. */
    private static boolean isBlock(ScalarEvent scalar) {
        return scalar.getScalarStyle() == ScalarStyle.LITERAL || scalar.getScalarStyle() == ScalarStyle.FOLDED;
    }

    private static int lineEnd(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }
}
