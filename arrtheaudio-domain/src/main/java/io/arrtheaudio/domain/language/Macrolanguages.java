package io.arrtheaudio.domain.language;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which languages ISO 639-3 counts as one macrolanguage; read once from {@code macrolanguages.tsv}. */
final class Macrolanguages {

    private static final Map<String, String> MACRO_OF_MEMBER = new HashMap<>();
    private static final Set<String> MEMBERS_ARE_SIBLINGS = new HashSet<>();

    static {
        for (String line : LanguageTable.lines("macrolanguages.tsv")) {
            String[] cells = line.split("\t");
            if (cells[1].equals("yes")) {
                MEMBERS_ARE_SIBLINGS.add(cells[0]);
            }
            for (String member : cells[2].split(" ")) {
                MACRO_OF_MEMBER.put(member, cells[0]);
            }
        }
    }

    private Macrolanguages() {}

    static boolean isMember(String code, String macrolanguage) {
        return macrolanguage.equals(MACRO_OF_MEMBER.get(code));
    }

    /** For two different codes. */
    static Closeness closeness(String one, String other) {
        String macroOfOne = MACRO_OF_MEMBER.getOrDefault(one, one);
        String macroOfOther = MACRO_OF_MEMBER.getOrDefault(other, other);
        if (!macroOfOne.equals(macroOfOther)) {
            return Closeness.NONE;
        }
        if (one.equals(macroOfOne) || other.equals(macroOfOne)) {
            return Closeness.MACROLANGUAGE;
        }
        return MEMBERS_ARE_SIBLINGS.contains(macroOfOne) ? Closeness.SIBLING : Closeness.NONE;
    }
}
