package io.arrtheaudio.domain.title;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides where in a name the title is. It ends before the first of: the year, a mark of an episode or season, a tag, a
 * bracket with facts.
 */
final class NameDecisions {

    private static final Pattern SITE = Pattern.compile(
            "^[\\[({]?\\s{0,3}(?:https?://)?www\\.[a-z0-9-]{1,40}\\.[a-z]{2,6}(?![a-z0-9])\\s{0,3}[\\])}]?[\\s._-]{0,5}",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> CODEC_LETTER = Set.of("h", "x");
    private static final Pattern CODEC_NUMBER = Pattern.compile("26[3-6](?:-.*)?");

    private final NamedIds named;
    private final List<Token> tokens;
    private final Mark mark;
    private final int tags;
    private final int year;

    private NameDecisions(String name) {
        this.named = NamedIds.in(SITE.matcher(name).replaceFirst(""));
        List<Token> all = NameFrame.withoutSample(new TokenReader(named.rest()).read());
        boolean isOfFansubGroup = NameFrame.beginsWithGroup(all);
        this.tokens = isOfFansubGroup ? NameFrame.withoutGroup(all) : NameFrame.withoutIndex(all);
        this.mark = trustworthy(new Marks(tokens, isOfFansubGroup).find());
        this.tags = firstTag();
        this.year = findYear();
    }

    static ReleaseName read(String name) {
        NameDecisions decisions = new NameDecisions(name);
        return new ReleaseName(
                decisions.title(),
                decisions.yearValue(),
                decisions.named.ids(),
                decisions.mark.sign(),
                decisions.isTagged());
    }

    private boolean isTagged() {
        return tags < tokens.size();
    }

    private int yearValue() {
        return year < 0 ? 0 : Years.of(tokens.get(year));
    }

    /** A film with a number in its title has its year behind it; and some titles are known to look like marks. */
    private Mark trustworthy(Mark found) {
        boolean isOfFilm = found.sign() == Mark.Sign.NUMBER && isYearBehind(found.index());
        boolean isKnown = found.sign() != Mark.Sign.NONE && isTitleLikeMark(found.index());
        return isOfFilm || isKnown ? new Mark(tokens.size(), Mark.Sign.NONE) : found;
    }

    private boolean isYearBehind(int index) {
        for (int at = index + 1; at < tokens.size() && !Tags.isCertain(tokens.get(at)); at++) {
            if (Years.isYear(tokens.get(at)) && !tokens.get(at).isAside()) {
                return true;
            }
        }
        return false;
    }

    private boolean isTitleLikeMark(int index) {
        return KnownTitles.looksLikeMark(tokens.subList(0, Math.min(tokens.size(), index + 1)))
                || KnownTitles.looksLikeMark(tokens.subList(0, Math.min(tokens.size(), index + 2)));
    }

    /** The first sure tag; those before it that may be meant as such belong to it. */
    private int firstTag() {
        int at = 1;
        while (at < tokens.size() && !isSureTag(at)) {
            at++;
        }
        while (at > 1 && at < tokens.size() && Tags.isLikely(tokens.get(at - 1)) && isTitle(at - 1)) {
            at--;
        }
        return Math.min(at, tokens.size());
    }

    private boolean isSureTag(int at) {
        boolean isSplitCodec = CODEC_LETTER.contains(tokens.get(at).lower())
                && at + 1 < tokens.size()
                && CODEC_NUMBER.matcher(tokens.get(at + 1).text()).matches();
        return isSplitCodec || Tags.isCertain(tokens.get(at));
    }

    /** Whether enough is left for a title before an index. */
    private boolean isTitle(int end) {
        return Leftovers.isTitle(tokens.subList(0, end));
    }

    private int findYear() {
        if (mark.sign() != Mark.Sign.NONE) {
            return yearBeforeMark();
        }
        int bracketed = firstBracketedYear(tokens.size());
        if (bracketed >= 0) {
            return bracketed;
        }
        int last = lastYearBefore(tags);
        if (last < 0) {
            last = firstYearFrom(tags);
        }
        return last < 0 && isLeadingYear() ? 0 : last;
    }

    /** Directly before the mark, or in brackets anywhere before it. */
    private int yearBeforeMark() {
        int at = mark.index() - 1;
        while (at > 0 && (tokens.get(at).isDash() || Tags.isLikely(tokens.get(at)))) {
            at--;
        }
        if (at > 0 && isFreeYear(at)) {
            return at;
        }
        int bracketed = firstBracketedYear(mark.index());
        return bracketed < 0 && mark.sign() == Mark.Sign.SEASON ? firstSpan() : bracketed;
    }

    /** {@code The Complete Series (2002-2008)}; a single year behind a season would be that of the season. */
    private int firstSpan() {
        int found = firstBracketedYear(tokens.size());
        return found >= 0 && tokens.get(found).text().indexOf('-') > 0 ? found : -1;
    }

    private int firstBracketedYear(int end) {
        for (int at = 0; at < end; at++) {
            if (tokens.get(at).isBracketed()
                    && tokens.get(at).bracket() != '{'
                    && Years.isYear(tokens.get(at))
                    && tokens.size() > 1) {
                return at;
            }
        }
        return -1;
    }

    private int lastYearBefore(int end) {
        int at = Math.min(end, tokens.size()) - 1;
        while (at > 0 && !isFreeYear(at)) {
            at--;
        }
        return at > 0 ? at : -1;
    }

    private int firstYearFrom(int start) {
        for (int at = Math.max(1, start); at < tokens.size(); at++) {
            if (isFreeYear(at)) {
                return at;
            }
        }
        return -1;
    }

    /** Is a year and no part of a title that is known to end in one. */
    private boolean isFreeYear(int at) {
        return Years.isYear(tokens.get(at)) && !KnownTitles.endsInYear(tokens.subList(0, at + 1));
    }

    /** {@code 1999 - The Matrix}. */
    private boolean isLeadingYear() {
        return tokens.size() > 2 && Years.isYear(tokens.get(0)) && tokens.get(1).isDash() && tags > 2;
    }

    private String title() {
        int start = year == 0 ? 1 : 0;
        List<Token> words = new ArrayList<>();
        for (int at = start; at < end() && !(tokens.get(at).isAside() && !words.isEmpty()); at++) {
            words.add(tokens.get(at));
        }
        return ReleaseName.join(new Leftovers(mark.sign(), isTagged()).without(words));
    }

    private int end() {
        int end = Math.min(Math.min(mark.index(), tags), tokens.size());
        return year > 0 ? Math.min(end, year) : end;
    }
}
