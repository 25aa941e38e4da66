package io.arrtheaudio.domain.title;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What stays at the end of a title after everything behind it is cut off: dashes, parts of a stack, editions, another name.
 *
 * @param sign of the name's mark
 * @param isTagged whether the name says how the file was made
 */
record Leftovers(Mark.Sign sign, boolean isTagged) {

    private static final Pattern STACKED =
            Pattern.compile("(?:cd|dis[ck]|dvd|part|pt)[-.]?[0-9a-d]", Pattern.CASE_INSENSITIVE);

    private static final Set<String> STACKING = Set.of("cd", "disc", "disk", "dvd");

    private static final Set<String> ALSO_KNOWN = Set.of("aka", "a.k.a", "a.k.a.");

    private static final Set<String> EDITIONS = Set.of(
            "directors cut",
            "director's cut",
            "extended cut",
            "extended edition",
            "extended version",
            "special edition",
            "theatrical cut",
            "theatrical edition",
            "ultimate edition",
            "ultimate cut",
            "collectors edition",
            "collector's edition",
            "anniversary edition",
            "unrated cut",
            "uncut edition",
            "imax edition",
            "final cut");

    private static final Set<String> EDITION_WORDS = Set.of("remastered", "unrated", "uncut", "repack", "proper");

    private static final Set<String> ARTICLES = Set.of("the", "a", "an");

    /** Whether these words can be a title; an article alone cannot. */
    static boolean isTitle(List<Token> words) {
        return words.size() > 1
                || (words.size() == 1 && !ARTICLES.contains(words.get(0).lower()));
    }

    /** The words without what is left over at their ends. */
    List<Token> without(List<Token> title) {
        List<Token> words = new ArrayList<>(title);
        cutAtOtherName(words);
        dropDashes(words);
        while (words.size() > 1 && endsInLeftover(words)) {
            words.remove(words.size() - 1);
            dropDashes(words);
        }
        dropEdition(words);
        boolean isOnlyArticle = sign == Mark.Sign.SEASON && words.size() == 1 && !isTitle(words);
        return isOnlyArticle ? List.of() : words;
    }

    private static void cutAtOtherName(List<Token> words) {
        for (int at = 1; at < words.size() - 1; at++) {
            if (ALSO_KNOWN.contains(words.get(at).lower())) {
                words.subList(at, words.size()).clear();
            }
        }
    }

    private static void dropDashes(List<Token> words) {
        while (!words.isEmpty() && words.get(words.size() - 1).isDash()) {
            words.remove(words.size() - 1);
        }
        while (!words.isEmpty() && words.get(0).isDash()) {
            words.remove(0);
        }
    }

    /** {@code cd1}, {@code cd 1}, and the article of "- The Complete Series". */
    private static boolean endsInLeftover(List<Token> words) {
        Token last = words.get(words.size() - 1);
        Token before = words.get(words.size() - 2);
        boolean isSpacedStack = words.size() > 2 && last.number() >= 0 && STACKING.contains(before.lower());
        boolean isLeftArticle = before.isDash() && ARTICLES.contains(last.lower());
        return isSpacedStack
                || isLeftArticle
                || STACKING.contains(last.lower())
                || STACKED.matcher(last.text()).matches();
    }

    private void dropEdition(List<Token> words) {
        int size = words.size();
        if (size > 2
                && EDITIONS.contains(
                        words.get(size - 2).lower() + " " + words.get(size - 1).lower())
                && isTitle(words.subList(0, size - 2))) {
            words.subList(size - 2, size).clear();
            dropDashes(words);
        } else if (size > 1 && isEditionWord(words)) {
            words.remove(size - 1);
            dropDashes(words);
        }
    }

    private boolean isEditionWord(List<Token> words) {
        String last = words.get(words.size() - 1).lower();
        boolean isGermanRelease = last.equals("german") && isTagged && !KnownTitles.endsInLanguage(words);
        return isGermanRelease || EDITION_WORDS.contains(last);
    }
}
