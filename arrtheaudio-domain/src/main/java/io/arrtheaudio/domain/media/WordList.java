package io.arrtheaudio.domain.media;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Entries of {@link Vocabulary}, sorted by their first letter so that most letters of a title cost one look. */
final class WordList {

    private static final char WORD_ENDS = '$';

    private final Map<Character, List<String>> entriesByFirstLetter = new HashMap<>();

    private WordList() {}

    static WordList of(String... entries) {
        WordList list = new WordList();
        for (String entry : folded(entries)) {
            list.entriesByFirstLetter
                    .computeIfAbsent(entry.charAt(0), first -> new ArrayList<>())
                    .add(entry);
        }
        return list;
    }

    /** The words in the form that titles have. */
    static Set<String> folded(String... words) {
        Set<String> folded = new HashSet<>();
        for (String word : words) {
            folded.add(TitleText.unaccented(word));
        }
        return folded;
    }

    /** The index behind the longest entry that matches at an index of the text, or -1. */
    int matchEnd(String text, int at) {
        int longest = -1;
        for (String entry : entriesByFirstLetter.getOrDefault(text.charAt(at), List.of())) {
            longest = Math.max(longest, matchEnd(text, at, entry));
        }
        return longest;
    }

    private static int matchEnd(String text, int from, String entry) {
        int at = from;
        for (int i = 0; i < entry.length(); i++) {
            char wanted = entry.charAt(i);
            if (wanted == WORD_ENDS) {
                return TitleText.isLetterAt(text, at) ? -1 : at;
            }
            if (wanted == ' ') {
                at = TitleText.skipSeparators(text, at);
            } else if (at < text.length() && text.charAt(at) == wanted) {
                at++;
            } else {
                return -1;
            }
        }
        return at;
    }
}
