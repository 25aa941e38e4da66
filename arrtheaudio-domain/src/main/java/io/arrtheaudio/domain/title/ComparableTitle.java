package io.arrtheaudio.domain.title;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A title of a film or series in the forms in which it is compared with others. Case, accents, punctuation, blanks, a
 * leading English article, "&amp;" and "and", Roman and spelled-out numbers, ways to write an umlaut and full-width
 * letters make no difference; words do. (Titles of tracks are another matter.)
 */
public final class ComparableTitle {

    /** Longer ones agree if they do so up to here. */
    private static final int LONGEST = 300;

    private static final Set<String> AND = Set.of("and", "und", "et", "y");
    private static final Set<String> ARTICLES = Set.of("the", "a", "an");
    /** Behind a comma they were sorted to the end. */
    private static final Set<String> SORTED_ARTICLES = Set.of(
            "the", "a", "an", "der", "die", "das", "ein", "eine", "le", "la", "les", "l'", "un", "une", "el", "los",
            "las", "il", "lo", "gli", "de", "het", "een", "den", "det", "o", "os", "as");

    private static final Set<String> COUNTRIES = Set.of("US", "UK", "AU", "NZ", "CA", "USA");
    private static final List<String> COUNTED =
            List.of("one two three four five six seven eight nine ten eleven twelve thirteen".split(" "));
    private static final List<String> ROMAN =
            List.of("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii xxiii xxiv xxv"
                    .split(" "));
    private static final Map<String, String> SHORT_WORDS =
            Map.of("vol", "volume", "pt", "part", "st", "saint", "ep", "episode");

    private final String title;
    private final Set<String> forms;

    private ComparableTitle(String title) {
        this.title = title;
        this.forms = forms(title);
    }

    /** Takes a title as somebody writes it; any text will do. */
    public static ComparableTitle of(String title) {
        return new ComparableTitle(title.length() > LONGEST ? title.substring(0, LONGEST) : title);
    }

    /**
     * Whether both may mean the same. A title without letters and digits agrees with none but itself.
     */
    public boolean agreesWith(ComparableTitle other) {
        if (forms.isEmpty() || other.forms.isEmpty()) {
            return title.equals(other.title);
        }
        return forms.stream().anyMatch(other.forms::contains);
    }

    /**
     * Whether what somebody found is what a hint means: one of the titles agrees, and the year is the same or the next or
     * the one before, if both are known.
     *
     * @param original in the language the title was made in; may be empty
     * @param year of what was found; 0 if unknown
     */
    public static boolean agrees(TitleHint hint, String title, String original, int year) {
        if (hint.name().isEmpty() || !isWithinOne(hint.year(), year)) {
            return false;
        }
        ComparableTitle wanted = of(hint.name());
        return wanted.agreesWith(of(title)) || (!original.isEmpty() && wanted.agreesWith(of(original)));
    }

    private static boolean isWithinOne(int one, int other) {
        return one == 0 || other == 0 || Math.abs(one - other) <= 1;
    }

    /** The plainest of the forms, words parted by single blanks; of a form it gives the same one again. */
    public static String normalised(String title) {
        return String.join(" ", plain(words(folded(withArticleInFront(title)))));
    }

    private static Set<String> forms(String title) {
        Set<String> forms = new HashSet<>();
        String sorted = withArticleInFront(title);
        addForms(forms, sorted);
        String home = withoutCountry(sorted);
        if (!home.equals(sorted)) {
            addForms(forms, home);
        }
        forms.remove("");
        return Set.copyOf(forms);
    }

    /** With numbers as written and as digits, because "X-Men" may be written "XMen"; with umlauts both ways. */
    private static void addForms(Set<String> forms, String title) {
        for (String spelling : List.of(title, Umlauts.spelledOut(title))) {
            List<String> words = withoutArticle(withoutAnd(words(folded(spelling))));
            forms.add(String.join("", words));
            forms.add(String.join("", withDigits(words)));
        }
    }

    private static List<String> plain(List<String> words) {
        return withDigits(withoutArticle(withoutAnd(words)));
    }

    /** {@code Matrix, The}. */
    private static String withArticleInFront(String title) {
        int comma = title.lastIndexOf(',');
        String behind = comma < 1 ? "" : title.substring(comma + 1).strip().toLowerCase(Locale.ROOT);
        return SORTED_ARTICLES.contains(behind) ? behind + " " + title.substring(0, comma) : title;
    }

    /** {@code Ghosts US}, {@code The Office (US)}; only databases of series need that. */
    private static String withoutCountry(String title) {
        String bare = title.replace('(', ' ').replace(')', ' ').strip();
        int blank = bare.lastIndexOf(' ');
        return blank > 0 && COUNTRIES.contains(bare.substring(blank + 1)) ? bare.substring(0, blank) : title;
    }

    /** Lower case, compatibility forms and accents undone, apostrophes gone. */
    private static String folded(String title) {
        String lower = lowerCase(Normalizer.normalize(title, Normalizer.Form.NFKD));
        StringBuilder kept = new StringBuilder(lower.length());
        Normalizer.normalize(lower, Normalizer.Form.NFKD).codePoints().forEach(c -> append(kept, c));
        return kept.toString();
    }

    private static String lowerCase(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        text.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
        return lower.toString();
    }

    private static void append(StringBuilder kept, int c) {
        String letters = Umlauts.plainLetters(c);
        if (!letters.isEmpty()) {
            kept.append(letters);
        } else if (Character.isLetterOrDigit(c)) {
            kept.appendCodePoint(c);
        } else if (!isDropped(c)) {
            kept.append(' ');
        }
    }

    /** Accents, and apostrophes of every kind. */
    private static boolean isDropped(int c) {
        return Character.getType(c) == Character.NON_SPACING_MARK || "'`\u2019\u2018\u02BC\u00B4\u2032".indexOf(c) >= 0;
    }

    private static List<String> words(String folded) {
        List<String> words = new ArrayList<>();
        for (String word : folded.split(" ")) {
            if (!word.isEmpty()) {
                words.add(SHORT_WORDS.getOrDefault(word, word));
            }
        }
        return words;
    }

    private static List<String> withoutAnd(List<String> words) {
        List<String> kept = words.stream().filter(word -> !AND.contains(word)).toList();
        return kept.isEmpty() ? words : kept;
    }

    private static List<String> withoutArticle(List<String> words) {
        int first = 0;
        while (first < words.size() - 1 && ARTICLES.contains(words.get(first))) {
            first++;
        }
        return words.subList(first, words.size());
    }

    /** "Part II", "Part Two" and "2" become 2, from the end on because it depends on what follows. */
    private static List<String> withDigits(List<String> words) {
        List<String> digits = new ArrayList<>();
        for (int at = words.size() - 1; at >= 0; at--) {
            String word = number(words.get(at));
            boolean isPart = word.equals("part") && at > 0 && !digits.isEmpty() && isNumber(digits.get(0));
            if (!isPart) {
                digits.add(0, word);
            }
        }
        return digits;
    }

    private static String number(String word) {
        int counted = Math.max(COUNTED.indexOf(word), ROMAN.indexOf(word));
        return counted < 0 ? word : String.valueOf(counted + 1);
    }

    private static boolean isNumber(String word) {
        return Character.isDigit(word.codePointAt(0));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ComparableTitle that && title.equals(that.title);
    }

    @Override
    public int hashCode() {
        return Objects.hash(title);
    }

    @Override
    public String toString() {
        return title;
    }
}
