package io.arrtheaudio.domain.title;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Words that say how a file was made, not what it shows. */
final class Tags {

    private static final Pattern CERTAIN = Pattern.compile(
            "[0-9]{3,4}[pi](?:[0-9]{2,3})?" // 1080p, 1080p60
                    + "|[0-9]{3,4}x[0-9]{3,4}" // 1920x1080
                    + "|[xh]26[3-6]"
                    + "|(?:8|10|12)-?bits?|hi10p?"
                    + "|(?:aac|e?ac3|ddpa?|dts|flac|truehd|l?pcm|mp3)[0-9]{0,2}(?:\\.[0-9])?"
                    + "|(?:dd|opus)\\+?[0-9](?:\\.[0-9])?|dd\\+");

    private static final Set<String> CERTAIN_WORDS = Set.copyOf(List.of(
            ("4k uhd bluray blu-ray bdrip bd-rip brrip bdremux bdmv bd25 bd50 remux webrip web-rip webdl web-dl hdtv hdtvrip"
                            + " pdtv sdtv dsr dsrip dvbrip tvrip satrip uhdrip dvdrip dvd-rip dvdscr dvd-r dvdr dvd5 dvd9 hdrip"
                            + " hddvd hd-dvd hdcam camrip hdts telesync telecine vhsrip ldrip hevc avc xvid divx av1 vp9 vc1 vc-1"
                            + " mpeg2 mpeg-2 hdr hdr10 hdr10+ hdr10plus dovi sdr dts-hd dtshd dts-x dts-es dtsx atmos true-hd"
                            + " ac-3 e-ac-3 h-sbs half-sbs hsbs h-ou half-ou full-sbs micro1080p dual-audio webcap")
                    .split(" ")));

    /** Languages, editions, networks and the like; any of them can be a word of a title as well. */
    private static final Set<String> LIKELY_WORDS = Set.copyOf(
            List.of(("web cam ts tc bd dvd hd sd 3d sbs hou ou opus dd dv hybrid hq lq ws fs pal ntsc r5 scr screener"
                            + " amzn amazon nf netflix dsnp disney+ hmax max atvp hulu pcok pmtp stan cr itunes it iplayer ip crav red"
                            + " nick sho ma vudu viki tving wavve funi hidive adn bili b-global abema"
                            + " english eng en german ger deutsch de french fre fra fr truefrench vff vfq vfi vf vf2 vo vostfr subfrench"
                            + " italian ita spanish spa esp castellano español espanol latino lat portuguese por pt pt-br dublado legendado"
                            + " russian rus ru ukrainian ukr japanese jpn jap ja jp korean kor ko chinese chi chs cht mandarin cantonese"
                            + " hindi tamil telugu malayalam nordic swedish swe norwegian nor danish dan finnish fin icelandic dutch nl"
                            + " flemish polish pl pldub plsub lektor czech cz slovak sk hungarian hun romanian ro greek gr turkish tr tur"
                            + " arabic hebrew thai vietnamese multi multilang multisub multisubs multi-subs dual audio dl ml md ld mic"
                            + " dubbed dub subbed sub subs esub esubs hardsub hardsubbed softsubs ac3d synced remastered restored"
                            + " extended uncut unrated uncensored theatrical imax directors director's cut edition special collectors"
                            + " collector's criterion final ultimate anniversary ee dc se tc despecialized redux open matte"
                            + " rerip repack repack2 proper real internal int limited retail complete festival readnfo doku docu"
                            + " v2 v3 bonus batch colorized hc custom")
                    .split(" ")));

    private Tags() {}

    /** No title says so: {@code 1080p}, {@code x264-GROUP}, {@code WEBDL-720p}. */
    static boolean isCertain(Token token) {
        String word = token.lower();
        if (isCertain(word)) {
            return true;
        }
        if (word.indexOf('-') < 0) {
            return false;
        }
        for (String part : word.split("[-,+/]")) {
            if (isCertain(part)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCertain(String word) {
        return CERTAIN_WORDS.contains(word) || CERTAIN.matcher(word).matches();
    }

    /** May be meant as a tag; counts only where tags go on. */
    static boolean isLikely(Token token) {
        String word = token.lower();
        return LIKELY_WORDS.contains(word) || isCertain(token) || isLikelyBeforeGroup(word);
    }

    /** {@code WEB-GROUP}, {@code AMZN-GROUP}. */
    private static boolean isLikelyBeforeGroup(String word) {
        int hyphen = word.indexOf('-');
        return hyphen > 1 && LIKELY_WORDS.contains(word.substring(0, hyphen));
    }
}
