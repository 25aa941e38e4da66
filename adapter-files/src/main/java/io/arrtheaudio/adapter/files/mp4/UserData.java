package io.arrtheaudio.adapter.files.mp4;

import io.arrtheaudio.domain.media.TrackFlag;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the {@code udta} box of a track tells: its title, and its roles from {@code kind} boxes (ISO/IEC 14496-12 clause
 * 8.10.4, with the roles of ISO/IEC 23009-1) and Apple's {@code tagc}. Nothing here can be damaged: what makes no sense
 * is passed over.
 *
 * @param title empty if it has none
 * @param roles as flags
 */
record UserData(String title, Set<TrackFlag> roles) {

    private static final String DASH_ROLES = "urn:mpeg:dash:role:2011";
    private static final Map<String, TrackFlag> FLAG_OF_ROLE = Map.of(
            "commentary", TrackFlag.COMMENTARY,
            "description", TrackFlag.VISUAL_IMPAIRED,
            "dub", TrackFlag.DUB,
            "enhanced-audio-intelligibility", TrackFlag.HEARING_IMPAIRED);
    private static final String DESCRIBES_VIDEO = "public.accessibility.describes-video";

    /** Where titles stand, the best first, and how many bytes lie in front of the text there. */
    private static final List<Map.Entry<String, Integer>> TITLES = List.of(
            Map.entry("name", 0), // bare text
            Map.entry("\u00a9nam", 4), // QTFF: the text's length, its language
            Map.entry("tnam", 6), // version and flags, language
            Map.entry("titl", 6)); // the same, 3GPP TS 26.244 clause 8.2

    /**
     * Reads it.
     *
     * @param parts the boxes inside {@code trak}
     */
    static UserData read(BoxReader boxes, List<Box> parts) {
        Map<String, String> titles = new HashMap<>();
        Set<TrackFlag> roles = EnumSet.noneOf(TrackFlag.class);
        for (Box udta : parts) {
            if (udta.is("udta")) {
                for (Box box : boxes.legible(udta.body(), udta.end())) {
                    readTitle(boxes, box, titles);
                    readRole(boxes, box, roles);
                }
            }
        }
        return new UserData(best(titles), roles);
    }

    private static String best(Map<String, String> titles) {
        return TITLES.stream()
                .map(place -> titles.getOrDefault(place.getKey(), ""))
                .filter(title -> !title.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static void readTitle(BoxReader boxes, Box box, Map<String, String> titles) {
        for (Map.Entry<String, Integer> place : TITLES) {
            if (box.is(place.getKey())) {
                titles.putIfAbsent(box.type(), textBehind(boxes, box, place.getValue()));
            }
        }
    }

    private static void readRole(BoxReader boxes, Box box, Set<TrackFlag> roles) {
        if (box.is("kind")) {
            ByteBuffer body = boxes.body(box, BoxText.MAX_BYTES);
            if (body.remaining() > 4 && BoxText.take(body.position(4)).equals(DASH_ROLES)) {
                TrackFlag flag = FLAG_OF_ROLE.get(BoxText.take(body));
                if (flag != null) {
                    roles.add(flag);
                }
            }
        } else if (box.is("tagc") && textBehind(boxes, box, 0).equals(DESCRIBES_VIDEO)) {
            roles.add(TrackFlag.VISUAL_IMPAIRED);
        }
    }

    private static String textBehind(BoxReader boxes, Box box, int prefix) {
        ByteBuffer body = boxes.body(box, prefix + BoxText.MAX_BYTES);
        return body.remaining() <= prefix ? "" : BoxText.take(body.position(prefix));
    }
}
