package io.arrtheaudio.domain.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource({
        "alb, sqi, sq", "arm, hye, hy", "baq, eus, eu", "bur, mya, my", "chi, zho, zh", "cze, ces, cs", "dut, nld, nl",
        "fre, fra, fr", "geo, kat, ka", "ger, deu, de", "gre, ell, el", "ice, isl, is", "mac, mkd, mk", "mao, mri, mi",
        "may, msa, ms", "per, fas, fa", "rum, ron, ro", "slo, slk, sk", "tib, bod, bo", "wel, cym, cy"
    })
    void the_bibliographic_the_terminological_and_the_short_code_are_the_same(String b, String t, String two) {
        assertThat(tag(b)).isEqualTo(tag(t)).isEqualTo(tag(two));
        assertThat(tag(b).code()).isEqualTo(t);
    }

    @ParameterizedTest
    @CsvSource({
        "English, eng",
        "French, fra",
        "Spanish, spa",
        "German, deu",
        "Italian, ita",
        "Danish, dan",
        "Dutch, nld",
        "Japanese, jpn",
        "Icelandic, isl",
        "Chinese, zho",
        "Russian, rus",
        "Polish, pol",
        "Vietnamese, vie",
        "Swedish, swe",
        "Norwegian, nor",
        "Finnish, fin",
        "Turkish, tur",
        "Portuguese, por",
        "Flemish, nld",
        "Greek, ell",
        "Korean, kor",
        "Hungarian, hun",
        "Hebrew, heb",
        "Lithuanian, lit",
        "Czech, ces",
        "Arabic, ara",
        "Hindi, hin",
        "Romanian, ron",
        "Bulgarian, bul",
        "Thai, tha",
        "Malayalam, mal",
        "Portuguese (Brazil), por-BR",
        "Ukrainian, ukr",
        "Slovak, slk",
        "Persian, fas",
        "Bengali, ben",
        "Spanish (Latino), spa-419",
        "Latvian, lav",
        "Catalan, cat",
        "Croatian, hrv",
        "Serbian, srp",
        "Bosnian, bos",
        "Estonian, est",
        "Tamil, tam",
        "Indonesian, ind",
        "Macedonian, mkd",
        "Telugu, tel",
        "Slovenian, slv",
        "Azerbaijani, aze",
        "Uzbek, uzb",
        "Kannada, kan",
        "Malay, msa",
        "Albanian, sqi",
        "Urdu, urd",
        "Afrikaans, afr",
        "Romansh, roh",
        "Georgian, kat",
        "Marathi, mar",
        "Tagalog, tgl",
        "Mongolian, mon"
    })
    void every_name_that_sonarr_and_radarr_send_is_known(String name, String expected) {
        assertThat(Language.fromName(name)).map(Language::toString).contains(expected);
        assertThat(Language.fromName(name.toUpperCase(Locale.ROOT))).isEqualTo(Language.fromName(name));
        assertThat(Language.read(" " + name.toLowerCase(Locale.ROOT) + " ")).isEqualTo(Language.fromName(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Any", "Original", "Unknown", "ANY", " unknown ", ""})
    void names_for_no_information_name_no_language(String name) {
        assertThat(Language.fromName(name)).isEmpty();
        assertThat(Language.read(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "cn, yue",
        "xx, zxx",
        "sh, hbs",
        "mo, ron",
        "mol, ron",
        "iw, heb",
        "in, ind",
        "ji, yid",
        "jw, jav",
        "scc, srp",
        "scr, hrv",
        "zhtw, zho-TW",
        "es-LA, spa-419"
    })
    void codes_outside_the_standard_are_known(String tag, String expected) {
        assertThat(tag(tag)).hasToString(expected);
        assertThat(tag(tag.toUpperCase(Locale.ROOT))).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "ja, jpn",
        "ja-JP, jpn-JP",
        "pt-BR, por-BR",
        "PT_br, por-BR",
        "es-419, spa-419",
        "en-UK, eng-GB",
        "en-GB, eng-GB",
        "zh-Hant, zho-Hant",
        "zh-hans-cn, zho-Hans-CN",
        "ZH-HANT-TW, zho-Hant-TW",
        "zh_TW, zho-TW",
        "cn-HK, yue-HK",
        "zh-yue, yue",
        "zh-cmn-Hans-CN, cmn-Hans-CN",
        "ar-arz, arz",
        "zh-min-nan, nan",
        "no-nyn, nno",
        "i-klingon, tlh",
        "iw-IL, heb-IL",
        "sr-Latn-RS, srp-Latn-RS",
        "sh-Cyrl, hbs-Cyrl",
        "de-1996, deu",
        "de-CH-1901, deu-CH",
        "ca-valencia, cat",
        "en-US-x-twain, eng-US",
        "de-u-co-phonebk, deu",
        "en-x-anything-longer-than-that!, eng",
        "en-a-b-c-d-e-f-g-h, eng",
        "uz-Arab, uzb-Arab",
        "ja-Zxxx, jpn-Zxxx",
        "und, und",
        "und-Latn, und-Latn",
        "por-bra, por",
        "en-min, eng",
        "qaa, qaa",
        "vro, vro",
        "yue, yue",
        "zsm, zsm",
        "' deu ', deu"
    })
    void a_bcp_47_tag_is_read_into_code_script_and_region(String tag, String expected) {
        assertThat(tag(tag)).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "x",
                "e",
                "qq",
                "x-klingon",
                "english",
                "en-",
                "en--US",
                "en-toolongpart",
                "en-ü",
                "ёж",
                "12",
                "1en",
                "jp n",
                "a-b-c-d-e-f-g-h-i-j-k",
                "en-a-b-c-d-e-f-g-h-i",
                "-en",
                "\u0000\u0000\u0000"
            })
    void what_is_no_tag_reads_as_nothing(String text) {
        assertThat(Language.fromTag(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ga, gle",
        "Ga, gle",
        "Edo, bin",
        "Farsi, fas",
        "Mandarin, cmn",
        "Cantonese, yue",
        "Slovene, slv",
        "Khmer, khm",
        "Brazilian Portuguese, por-BR",
        "Filipino, fil",
        "Nynorsk, nno",
        "pt-br, por-BR",
        "xyz, xyz"
    })
    void a_person_may_write_a_code_or_a_name(String text, String expected) {
        assertThat(Language.read(text)).map(Language::toString).contains(expected);
    }

    @Test
    void an_unlisted_code_is_kept_and_said_to_be_unlisted() {
        assertThat(tag("xyz").isKnown()).isFalse();
        assertThat(tag("xyz").name()).isEqualTo("xyz");
        assertThat(tag("jpn").isKnown()).isTrue();
        assertThat(tag("xyz").closenessTo(tag("XYZ-DE"))).isEqualTo(Closeness.SAME_BASE);
    }

    @ParameterizedTest
    @CsvSource({
        "jpn, Japanese",
        "pt-BR, Portuguese (BR)",
        "zh-Hant-TW, Chinese (Hant TW)",
        "zh-Hans, Chinese (Hans)",
        "und, Undetermined"
    })
    void a_name_is_english_with_the_variant_in_brackets(String tag, String name) {
        assertThat(tag(tag).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"und", "zxx", "mul", "mis", "xx"})
    void codes_for_no_language_are_not_spoken(String tag) {
        assertThat(tag(tag).isSpoken()).isFalse();
    }

    @Test
    void undetermined_stays_so_with_a_script() {
        assertThat(tag("und-Latn").isUndetermined()).isTrue();
        assertThat(tag("zxx").isUndetermined()).isFalse();
        assertThat(tag("jpn").isSpoken()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        // the same
        "fre, fra, EXACT",
        "ja, Japanese, EXACT",
        "pt-BR, por-BR, EXACT",
        "cn, yue, EXACT",
        // another variant
        "pt, pt-BR, SAME_BASE",
        "pt-PT, pt-BR, SAME_BASE",
        "zh-Hant, zh-Hans, SAME_BASE",
        "zhtw, Chinese, SAME_BASE",
        // a macrolanguage and its members
        "chi, cmn, MACROLANGUAGE",
        "zh-TW, yue, MACROLANGUAGE",
        "zho, nan, MACROLANGUAGE",
        "zho, wuu, MACROLANGUAGE",
        "cn, zh, MACROLANGUAGE",
        "cmn, yue, SIBLING",
        "no, nob, MACROLANGUAGE",
        "nor, nno, MACROLANGUAGE",
        "nb, nn, SIBLING",
        "fil, tgl, MACROLANGUAGE",
        "zsm, may, MACROLANGUAGE",
        "ekk, est, MACROLANGUAGE",
        "lvs, lav, MACROLANGUAGE",
        "khk, mon, MACROLANGUAGE",
        "mvf, mon, MACROLANGUAGE",
        "khk, mvf, SIBLING",
        "pes, per, MACROLANGUAGE",
        "prs, fas, MACROLANGUAGE",
        "pes, prs, SIBLING",
        "gsw, ger, MACROLANGUAGE",
        "arz, ara, MACROLANGUAGE",
        // grouped, but nobody takes one for the other
        "srp, hbs, MACROLANGUAGE",
        "scr, sh, MACROLANGUAGE",
        "bos, hbs, MACROLANGUAGE",
        "cnr, hbs, MACROLANGUAGE",
        "srp, hrv, NONE",
        "srp, bos, NONE",
        "hrv, bos, NONE",
        "arz, acm, NONE",
        // different
        "ind, msa, NONE",
        "eng, jpn, NONE",
        "und, eng, NONE",
        "kor, jpn, NONE"
    })
    void closeness_knows_variants_and_groups(String one, String other, Closeness expected) {
        Language first = Language.read(one).orElseThrow();
        Language second = Language.read(other).orElseThrow();
        assertThat(first.closenessTo(second)).isEqualTo(expected);
        assertThat(second.closenessTo(first)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"ja,'',''", "JPN,'',''", "jpnx,'',''", "'','',''", "jpn,hant,''", "jpn,Han,''", "jpn,'',br", "jpn,'',41"
    })
    void a_value_in_the_wrong_form_is_refused(String code, String script, String region) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Language(code, script, region))
                .withMessageContaining("must be");
    }

    private static Language tag(String tag) {
        return Language.fromTag(tag).orElseThrow(() -> new AssertionError("'" + tag + "' is not read"));
    }

    @Test
    void where_there_must_be_a_language_other_words_are_refused_with_an_example() {
        assertThat(Language.of("German")).isEqualTo(new Language("deu", "", ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Language.of("klingonish"))
                .withMessage("'klingonish' is no language; write it such as 'jpn', 'ja', 'pt-BR' or 'Japanese'");
    }
}
