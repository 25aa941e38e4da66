package io.arrtheaudio.adapter.ffmpeg;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.media.Container;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Asks ffprobe. The demuxer is given and only local files may be opened, so that it reads this file and no other, whatever
 * the file's name or content says.
 */
final class Ffprobe {

    /** Says at the level "error" that the header, or what follows close to it, is not all there; exits with 0 nonetheless. */
    private static final Pattern DAMAGED = Pattern.compile(
            "File ended prematurely|exceeds containing master element|invalid as first byte of an EBML number"
                    + "|EBML header parsing failed|broken header|partial file|error reading header|moov atom not found");

    /** Formats that hold their media themselves: no playlist, no pattern, no device. */
    private static final String OTHERS =
            "avi,asf,flv,mpeg,mpegts,ogg,rm,wav,flac,mp3,aac,ac3,eac3,dts,mxf,nut,ivf,dv,wtv,swf,matroska,mov";

    private final Tools tools;

    Ffprobe(Tools tools) {
        this.tools = tools;
    }

    /**
     * Reads a file.
     *
     * @throws AudioFixException {@code FIX_FILE} if it is damaged; {@code FIX_SETTINGS} if ffprobe is not there or is not
     *     what its name says
     */
    Probe read(Path file, Container container) {
        String attempt = "read audio tracks of " + file;
        List<String> arguments = new ArrayList<>(List.of("-v", "error", "-protocol_whitelist", "file"));
        arguments.addAll(List.of("-f", demuxer(container), "-print_format", "json"));
        arguments.addAll(List.of("-show_streams", "-show_format", "-show_chapters", "-i"));
        arguments.add("file:" + Tools.argument(file));
        ToolResult result = tools.run(Tool.FFPROBE, arguments, attempt);
        if (result.exit() != 0 || DAMAGED.matcher(result.complaints()).find()) {
            throw unfinished(attempt, "ffprobe says '" + result.lastWords() + "'");
        }
        if (container == Container.MP4) {
            requireWholeHeader(file, attempt);
        }
        Probe probe = new Probe(json(result, "ffprobe", attempt));
        if (probe.streams().isEmpty()) {
            throw damaged(attempt, "ffprobe finds no stream in it");
        }
        return probe;
    }

    /** Of a {@code moov} box that is cut off ffprobe reads what is there and says nothing. */
    private static void requireWholeHeader(Path file, String attempt) {
        long end = MoviePlace.in(file).end();
        long size = FileStart.of(file).size();
        if (end > size) {
            throw unfinished(attempt, "its moov box ends at byte " + end + " but the file at byte " + size);
        }
    }

    /** What a file is that is neither Matroska nor MP4; empty if ffprobe does not know it. */
    Optional<String> nameFormat(Path file) {
        List<String> arguments = new ArrayList<>(List.of("-v", "error", "-protocol_whitelist", "file"));
        arguments.addAll(List.of("-format_whitelist", OTHERS, "-print_format", "json", "-show_format", "-i"));
        arguments.add("file:" + Tools.argument(file));
        String attempt = "find out what " + file + " is";
        ToolResult result = tools.run(Tool.FFPROBE, arguments, attempt);
        if (result.exit() != 0) {
            return Optional.empty();
        }
        JsonNode format = json(result, "ffprobe", attempt).path("format");
        boolean isSure = format.path("probe_score").asInt(0) > 50;
        return Optional.of(format.path("format_long_name").asText("")).filter(name -> isSure && !name.isEmpty());
    }

    static String demuxer(Container container) {
        return switch (container) {
            case MATROSKA -> "matroska";
            case MP4 -> "mov";
        };
    }

    /** Reads what a tool printed. */
    static JsonNode json(ToolResult result, String tool, String attempt) {
        try {
            JsonNode answer = Json.READER.readTree(result.output());
            if (answer.isObject()) {
                return answer;
            }
            throw noAnswer(result, tool, attempt);
        } catch (JsonProcessingException e) {
            throw noAnswer(result, tool, attempt);
        }
    }

    private static AudioFixException noAnswer(ToolResult result, String tool, String attempt) {
        return new AudioFixException(
                Remedy.FIX_SETTINGS,
                "cannot " + attempt + ": " + tool + " ended with " + result.exit() + " and printed "
                        + result.output().length() + " characters that are no answer of " + tool
                        + "; is it the tool that its name says?");
    }

    private static AudioFixException damaged(String attempt, String found) {
        return new AudioFixException(Remedy.FIX_FILE, said(attempt, found));
    }

    private static AudioFixException unfinished(String attempt, String found) {
        return AudioFixException.unfinished(said(attempt, found));
    }

    private static String said(String attempt, String found) {
        return "cannot " + attempt + ": " + found + "; is it complete, and does it play?";
    }

    /** Made when the first answer is read: it takes 40 ms, and most files need no tool. */
    private static final class Json {

        private static final ObjectMapper READER = new ObjectMapper();

        private Json() {}
    }
}
