package io.arrtheaudio.domain.media;

import java.util.Set;

/**
 * Words for audio descriptions and commentaries, language by language, in lower case.
 *
 * <p>A {@code _BEGINNINGS} entry matches where a word of the title begins, and the word goes on as it likes: {@code
 * descrip} finds "descriptive" and "description"; a {@code $} at its end means that the word ends there. An {@code
 * _ANYWHERE} entry also matches within a word. A blank stands for any separators or none: {@code audio desc} finds
 * "Audio-Desc." and "audiodescription". Accents do not matter.
 */
final class Vocabulary {

    static final WordList DESCRIPTION_BEGINNINGS = WordList.of(
            // English, with what French, Spanish, Catalan, Portuguese, Italian and Romanian make of the same word
            "audio desc",
            "video desc",
            "descrip",
            "describ",
            "descric",
            "descrie",
            "descrit",
            "descriz",
            "audio discrip",
            "audio decrip",
            "visually impair",
            "visual impair",
            "vision impair",
            "sight impair",
            "for the blind$",
            "partially sighted",
            // German, Dutch
            "audio deskript",
            "deskript",
            "audio beschreib",
            "bild beschreib",
            "hörfilm",
            "hoerfilm",
            "sehbehindert",
            "sehgeschädigt",
            "für blinde",
            "blinden",
            "audio beschrijv",
            "slechtziend",
            // French, Spanish, Portuguese, Italian
            "mal voyant",
            "non voyant",
            "déficient visuel",
            "déficients visuel",
            "para ciegos",
            "invidentes",
            "discapacidad visual",
            "para cegos",
            "deficientes visuais",
            "non vedent",
            "ipovedent",
            // Swedish, Norwegian, Danish, Finnish
            "syntolk",
            "synstolk",
            "ljud beskriv",
            "lyd beskriv",
            "kuvailutulk",
            // Polish, Czech, Slovak, Hungarian, Turkish
            "audio deskryp",
            "dla niewidom",
            "audio popis",
            "pro nevidom",
            "pre nevidiac",
            "audio narrác",
            "sesli betimle",
            // Russian, Ukrainian, Bulgarian: a "тифлокомментарий" describes, it does not comment
            "тифло",
            "аудио дескрип",
            "аудио опис",
            "слабовидящ",
            "незряч",
            "аудіо дескрип",
            "аудіо опис",
            // Greek, Hebrew, Arabic
            "ακουστική περιγραφ",
            "תיאור קולי",
            "وصف صوتي",
            "الوصف الصوتي");

    static final WordList DESCRIPTION_ANYWHERE = WordList.of(
            // Japanese
            "音声解説",
            "音声ガイド",
            "解説音声",
            "解説放送",
            "解説副音声",
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
            "음성 해설",
            "음성 설명",
            "오디오 설명",
            "시각 장애",
            "배리어 프리");

    static final WordList COMMENTARY_BEGINNINGS = WordList.of(
            // English with its misspellings; French, Italian, Spanish, Portuguese, Romanian, Dutch
            "audio comment",
            "audio coment",
            "commenta",
            "commente",
            "commenti",
            "commento",
            "commentr",
            "comments$",
            "comenta",
            "comente",
            "comentr",
            "commantar",
            "commetar",
            "rifftrax",
            // German, Scandinavian, Finnish, Hungarian, Slavic in Latin letters
            "kommenta",
            "kommentier",
            "kommentt",
            "kommentoi",
            "audio koment",
            "komenta",
            "komento",
            // Turkish, Vietnamese
            "yorum",
            "bình luận",
            // Russian, Ukrainian, Bulgarian, Serbian
            "комментар",
            "коментар",
            "аудио комментар",
            "аудио коментар",
            "аудіо коментар",
            // Greek, Hebrew, Arabic
            "σχόλια",
            "פרשנות",
            "تعليق",
            "التعليق");

    static final WordList COMMENTARY_ANYWHERE = WordList.of(
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
            "코멘터리",
            "코멘타리",
            "커멘터리",
            "커멘타리",
            "해설");

    /** As the word before: what follows is not there. */
    static final Set<String> DENYING = Set.of(
            "no", "non", "not", "without", "w/o", "minus", "ohne", "kein", "keine", "sans", "sin", "senza", "sem",
            "geen", "zonder", "utan", "uden", "uten", "ilman", "bez", "без");

    /** May stand between such a word and what is not there. */
    static final Set<String> BETWEEN = Set.of("audio", "director's", "directors", "director", "the", "le", "la");

    /** As the word behind: what was said is not there. */
    static final Set<String> DENYING_BEHIND =
            WordList.folded("free", "less", "removed", "frei", "なし", "無し", "ナシ", "없음");

    /** Grown together with a word: what it says is not there. */
    static final Set<String> DENYING_ENDINGS = WordList.folded("less", "frei", "los", "なし", "無し", "ナシ", "없음");

    /** Behind "ad": it is Latin, or an advertisement, or the film "Ad Astra". */
    static final Set<String> OTHER_ADS =
            Set.of("free", "block", "blocker", "astra", "hoc", "lib", "infinitum", "nauseam", "vitam");

    private Vocabulary() {}
}
