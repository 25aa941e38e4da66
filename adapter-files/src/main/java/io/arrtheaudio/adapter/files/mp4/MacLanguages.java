package io.arrtheaudio.adapter.files.mp4;

import io.arrtheaudio.domain.language.Language;
import java.util.List;

/** The language numbers of old Macintosh systems that QuickTime files hold (QTFF "Language Code Values"). */
final class MacLanguages {

    private static final List<String> FROM_0 =
            List.of(("eng fra deu ita nld swe spa dan por nor heb jpn ara fin ell isl mlt"
                            + " tur hrv zh-Hant urd hin tha kor lit pol hun est lav sme fao fas rus zh-Hans nld gle sqi ron ces slk"
                            + " slv yid srp mkd bul ukr bel uzb kaz aze aze hye kat ron kir tgk tuk mon mon pus kur kas snd bod nep"
                            + " san mar ben asm guj pan ori mal kan tam tel sin mya khm lao vie ind tgl msa msa amh tir orm som swa"
                            + " kin run nya mlg epo")
                    .split(" "));
    private static final int SECOND = 128;
    private static final List<String> FROM_128 =
            List.of("cym", "eus", "cat", "lat", "que", "grn", "aym", "tat", "uig", "dzo", "jav");

    private MacLanguages() {}

    static Language of(int number) {
        List<String> table = number < SECOND ? FROM_0 : FROM_128;
        int index = number < SECOND ? number : number - SECOND;
        return index < table.size() ? Language.fromTag(table.get(index)).orElseThrow() : Language.UNDETERMINED;
    }
}
