package io.arrtheaudio.launcher.server.settings;

import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.library.Glob;
import io.arrtheaudio.domain.media.Container;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What may stand behind a key, and how it is read.
 *
 * @param <T> what it is read as
 */
interface Shape<T> {

    /** Reads a value; empty if it cannot be read, which the value's report then tells. */
    Optional<T> read(Value value);

    /** What is allowed, to go behind "must be". */
    String allowed();

    /** Yes or no. */
    record Flag() implements Shape<Boolean> {
        private static final Map<String, Boolean> WORDS = Map.of(
                "true", true, "yes", true, "on", true, "1", true, "false", false, "no", false, "off", false, "0",
                false);

        @Override
        public Optional<Boolean> read(Value value) {
            return value.text(allowed(), text -> Optional.ofNullable(WORDS.get(text.toLowerCase(Locale.ROOT))));
        }

        @Override
        public String allowed() {
            return "true or false";
        }
    }

    /**
     * A whole number between two others, both included.
     *
     * @param reason why these; empty if that needs no word
     */
    record Whole(int least, int most, String reason) implements Shape<Integer> {
        private static final Pattern DIGITS = Pattern.compile("-?[0-9][0-9_]{0,11}");

        Whole(int least, int most) {
            this(least, most, "");
        }

        @Override
        public Optional<Integer> read(Value value) {
            return value.text(
                    allowed(),
                    text -> Optional.of(text)
                            .filter(number -> DIGITS.matcher(number).matches())
                            .map(number -> Long.parseLong(number.replace("_", "")))
                            .filter(number -> number >= least && number <= most)
                            .map(Long::intValue));
        }

        @Override
        public String allowed() {
            return "a whole number"
                    + (most == Integer.MAX_VALUE ? ", " + least + " or more" : " from " + least + " to " + most)
                    + (reason.isEmpty() ? "" : ", " + reason);
        }
    }

    /** A length of time between two others, both included; a bare number counts seconds. */
    record Span(Duration least, Duration most) implements Shape<Duration> {
        private static final Pattern AMOUNT = Pattern.compile("(?<count>[0-9]{1,9}) ?(?<unit>ms|s|m|h|d)?");
        private static final Duration ANY = Duration.ofDays(Integer.MAX_VALUE);

        /** Of any length. */
        Span() {
            this(Duration.ZERO, ANY);
        }

        boolean isLimited() {
            return most.compareTo(ANY) < 0;
        }

        @Override
        public Optional<Duration> read(Value value) {
            return value.text(allowed(), text -> {
                Matcher amount = AMOUNT.matcher(text);
                return Optional.of(amount)
                        .filter(Matcher::matches)
                        .map(read -> span(Long.parseLong(read.group("count")), read.group("unit")))
                        .filter(time -> time.compareTo(least) >= 0 && time.compareTo(most) <= 0);
            });
        }

        private static Duration span(long count, String unit) {
            return switch (unit == null ? "s" : unit) {
                case "ms" -> Duration.ofMillis(count);
                case "m" -> Duration.ofMinutes(count);
                case "h" -> Duration.ofHours(count);
                case "d" -> Duration.ofDays(count);
                default -> Duration.ofSeconds(count);
            };
        }

        @Override
        public String allowed() {
            return "a time such as 60s, 5m, 2h or 1d"
                    + (least.isZero() ? "" : ", at least " + shown(least))
                    + (isLimited() ? ", at most " + shown(most) : "")
                    + "; a bare number counts seconds";
        }

        private static String shown(Duration time) {
            return time.toDays() > 0 ? time.toDays() + "d" : time.toMillis() + "ms";
        }
    }

    /** A program that may be run. */
    record Tool() implements Shape<String> {
        @Override
        public Optional<String> read(Value value) {
            return value.text(
                    allowed(),
                    text -> Optional.of(text.strip())
                            .filter(name -> !name.isEmpty())
                            .filter(name -> name.indexOf('/') < 0 || name.startsWith("/")));
        }

        @Override
        public String allowed() {
            return "the name of a program or its absolute path";
        }
    }

    /** Folders by their absolute paths. */
    record Folders() implements Shape<List<Path>> {
        private static final String ONE = "an absolute path such as /data/media";

        @Override
        public Optional<List<Path>> read(Value value) {
            return value.items(allowed())
                    .map(items -> items.stream()
                            .map(item -> item.text(ONE, Folders::folder))
                            .flatMap(Optional::stream)
                            .distinct()
                            .toList());
        }

        private static Optional<Path> folder(String text) {
            try {
                return Optional.of(Path.of(text).normalize()).filter(Path::isAbsolute);
            } catch (InvalidPathException e) {
                return Optional.empty();
            }
        }

        @Override
        public String allowed() {
            return "a list of absolute paths such as [/data/media]";
        }
    }

    /** One folder by its absolute path. */
    record Folder() implements Shape<Path> {
        @Override
        public Optional<Path> read(Value value) {
            return value.text(allowed(), Folders::folder);
        }

        @Override
        public String allowed() {
            return Folders.ONE;
        }
    }

    /** Any text. Never shown, as it may be a secret. */
    record Text() implements Shape<String> {
        @Override
        public Optional<String> read(Value value) {
            return value.text(allowed());
        }

        @Override
        public String allowed() {
            return "a text";
        }
    }

    /** One language, or a word for none; without such a word, always a language. */
    record Tongue(String none) implements Shape<Language> {
        @Override
        public Optional<Language> read(Value value) {
            return value.text(allowed()).flatMap(text -> {
                boolean isNone = !none.isEmpty() && text.equalsIgnoreCase(none);
                return isNone ? Optional.of(Language.UNDETERMINED) : Tongues.language(value, text);
            });
        }

        @Override
        public String allowed() {
            return (none.isEmpty() ? "" : none + " or ") + "a language such as eng";
        }
    }

    /** Languages. A word that cannot be one is left out and told; a wrong guess must not stop the program. */
    record Tongues() implements Shape<List<Language>> {
        @Override
        public Optional<List<Language>> read(Value value) {
            return value.items(allowed())
                    .map(items -> items.stream()
                            .map(item -> item.text("a language such as eng").flatMap(text -> language(item, text)))
                            .flatMap(Optional::stream)
                            .distinct()
                            .toList());
        }

        @Override
        public String allowed() {
            return "a list of languages such as [jpn, eng]";
        }

        private static Optional<Language> language(Value value, String text) {
            Optional<Language> language = Language.read(text);
            if (language.isEmpty()) {
                value.notice(Value.shown(text) + " cannot be a language and is left out; write a code such as jpn");
            } else if (!language.get().isKnown()) {
                value.notice(Value.shown(text) + " is no language this program knows; only tracks marked with exactly"
                        + " this code will match it");
            }
            return language;
        }
    }

    /** A pattern for paths. */
    record Where() implements Shape<Glob> {
        @Override
        public Optional<Glob> read(Value value) {
            return value.text(allowed()).flatMap(text -> glob(value, text));
        }

        private static Optional<Glob> glob(Value value, String text) {
            try {
                Glob glob = Glob.ofRule(text);
                if (text.matches("[^/*?\\[].*|.*/") || text.isEmpty()) {
                    value.notice(Value.shown(text) + " can fit no file: paths begin with / and do not end with it;"
                            + " write as /media/anime/**");
                }
                return Optional.of(glob);
            } catch (IllegalArgumentException e) {
                value.problem(
                        "was no pattern: " + String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
            }
            return Optional.empty();
        }

        @Override
        public String allowed() {
            return "a pattern such as /media/anime/**";
        }
    }

    /** Where log lines go. */
    record Output() implements Shape<LogOutput> {
        @Override
        public Optional<LogOutput> read(Value value) {
            return value.text(allowed(), Output::output);
        }

        private static Optional<LogOutput> output(String text) {
            if (text.equals("stderr") || text.equals("stdout")) {
                return Optional.of(text.equals("stderr") ? LogOutput.STDERR : LogOutput.STDOUT);
            }
            try {
                return Optional.of(text)
                        .filter(path ->
                                !path.isBlank() && Container.promisedBy(path).isEmpty())
                        .map(path -> new LogOutput.File(Path.of(path)));
            } catch (InvalidPathException e) {
                return Optional.empty();
            }
        }

        @Override
        public String allowed() {
            return "stderr, stdout or the path of a log file";
        }
    }

    /**
     * Keys with values.
     *
     * @param holdsSecrets whether what stands in its place may be a secret
     */
    record Fields(boolean holdsSecrets) implements Shape<Value> {
        Fields() {
            this(false);
        }

        @Override
        public Optional<Value> read(Value value) {
            if (value.isSection()) {
                return Optional.of(value);
            }
            if (holdsSecrets) {
                value.wrongKind(allowed());
            } else {
                value.wrong(allowed());
            }
            return Optional.empty();
        }

        @Override
        public String allowed() {
            return "a section of keys with values";
        }
    }

    /** A list, each item with keys and values. */
    record Rows() implements Shape<List<Value>> {
        @Override
        public Optional<List<Value>> read(Value value) {
            return value.items(allowed()).map(items -> {
                List<Value> rows = new ArrayList<>();
                items.forEach(item -> new Fields().read(item).ifPresent(rows::add));
                return rows;
            });
        }

        @Override
        public String allowed() {
            return "a list, each item with keys and values";
        }
    }
}
