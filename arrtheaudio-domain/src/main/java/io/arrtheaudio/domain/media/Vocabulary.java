package io.arrtheaudio.domain.media;

import java.util.List;

/**
 * Words for audio descriptions and commentaries, language by language.
 *
 * <p>Each is a piece of a regular expression in lower case. A {@code _BEGINNINGS} word matches where a word of the title
 * begins, and goes on as it likes: {@code descrip} finds "descriptive" and "description". An {@code _ANYWHERE} word also
 * matches within another. A blank stands for any separators or none: {@code audio desc} finds "Audio-Desc." and
 * "audiodescription". Accents do not matter.
 */
final class Vocabulary {

    static final List<String> DESCRIPTION_BEGINNINGS = List.of(
            // English, with what French, Spanish, Catalan, Portuguese, Italian and Romanian make of the same word
            "(?:audio |video )?desc(?:rip|rib|ric|rie|rit|riz)",
            "(?:audio |video )?(?:discrip|decrip)",
            "audio desc",
            "(?:visual|visually|vision|sight) impair",
            "for the blind",
            "partially sighted",
            // German, Dutch
            "(?:audio )?(?:deskript|beschreib|beschrijv)",
            "bild beschreib",
            "hoe?rfilm",
            "sehbehindert",
            "sehgeschädigt",
            "(?:für|voor) blinde",
            "blinden",
            "slechtziend",
            // French, Spanish, Portuguese, Italian
            "mal voyant",
            "non voyant",
            "déficients? visuel",
            "para (?:ciegos|cegos)",
            "invidentes",
            "discapacidad visual",
            "deficientes visuais",
            "(?:non|ipo) vedent",
            // Swedish, Norwegian, Danish, Finnish
            "syns?tolk",
            "(?:ljud|lyd) beskriv",
            "kuvailutulk",
            // Polish, Czech, Slovak, Hungarian, Turkish
            "audio (?:deskryp|popis|narrác)",
            "(?:dla|pro|pre) (?:niewidom|nevidom)",
            "sesli betimle",
            // Russian, Ukrainian, Bulgarian: a "тифлокомментарий" describes, it does not comment
            "тифло",
            "(?:аудио|аудіо) (?:дескрип|опис)",
            "слабовидящ",
            "незряч",
            // Greek, Hebrew, Arabic
            "ακουστική περιγραφ",
            "תיאור קולי",
            "(?:ال)?وصف (?:ال)?صوتي");

    static final List<String> DESCRIPTION_ANYWHERE = List.of(
            // Japanese
            "音声解説",
            "音声ガイド",
            "解説(?:音声|放送|副音声)",
            "ディスクリプション",
            "視覚障",
            "バリアフリー",
            // Chinese
            "口述影像",
            "无障碍",
            "無障礙",
            "视障",
            "視障",
            // Korean
            "화면 해설",
            "음성 (?:해설|설명)",
            "오디오 설명",
            "시각 장애",
            "배리어 프리");

    static final List<String> COMMENTARY_BEGINNINGS = List.of(
            // English with its misspellings, French, Italian, Spanish, Portuguese, Romanian, Dutch
            "(?:audio )?comm?ent(?:[aeior]|s(?!\\p{L}))",
            "(?:audio )?comm(?:en|e|an)tar(?:y|ies)",
            "audio comm?ent",
            "rifftrax",
            // Scandinavian, Finnish, Hungarian, Slavic in Latin letters
            "(?:audio )?komm?ent[aeiot]",
            // Turkish, Vietnamese
            "yorum",
            "bình luận",
            // Russian, Ukrainian, Bulgarian, Serbian
            "(?:аудио |аудіо )?комм?ентар",
            // Greek, Hebrew, Arabic
            "σχόλια",
            "פרשנות",
            "(?:ال)?تعليق");

    static final List<String> COMMENTARY_ANYWHERE = List.of(
            // German and its neighbours: Regiekommentar
            "kommentar",
            // Japanese
            "コメンタリ",
            "コメンタール",
            "解説",
            // Chinese
            "解说",
            "解說",
            "评论",
            "評論",
            "评述",
            "評述",
            "导评",
            "導評",
            "讲评",
            "講評",
            // Korean
            "(?:코|커)멘(?:터|타)리",
            "해설");

    /** Before such a word: it is not there. The film "Dr. No" has a commentary. */
    static final List<String> DENIED_BEFORE = List.of(
            "(?<!dr[. ]{1,2})no",
            "non",
            "not",
            "without",
            "w/o",
            "minus",
            "ohne",
            "kein",
            "keine",
            "sans",
            "sin",
            "senza",
            "sem",
            "geen",
            "zonder",
            "utan",
            "uden",
            "uten",
            "ilman",
            "bez",
            "без");

    /** Behind such a word, or grown together with it: it is not there. */
    static final List<String> DENIED_BEHIND = List.of("free", "less", "removed", "frei", "los", "なし", "無し", "ナシ", "없음");

    private Vocabulary() {}
}
