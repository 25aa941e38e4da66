package io.arrtheaudio.domain.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommentaryTitlesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Commentary",
                "commentary",
                "COMMENTARY",
                "Director's Commentary",
                "Director’s Commentary",
                "Directors Commentary",
                "Director_Commentary",
                "Audio Commentary with the Cast & Crew",
                "AudioCommentary 2",
                "Commentary: Guillermo and friends (AC3 2.0)",
                "Cast commentaries",
                "English (Commentary)",
                "[Commentary] English",
                "Commentary#1",
                "Commentary1",
                "Comentary",
                "Director comentary",
                "Commentry by the writer",
                "Commentery",
                "Commantary",
                "Commetary",
                "Director's Comments",
                "Audio comment track",
                "Commentator track",
                "RiffTrax",
                "Dr. No (1962) commentary",
                "Dr. No Commentary",
                "Commentary with director and AD",
                "Stereo Commentary 192 kbps"
            })
    void an_english_commentary_is_known_by_its_title(String title) {
        assertThat(roleOf(title)).isEqualTo(TrackRole.COMMENTARY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // German
                "Audiokommentar",
                "Audiokommentar des Regisseurs",
                "Kommentar des Regisseurs",
                "Regiekommentar",
                "Filmkommentar (Deutsch)",
                "Kommentarspur",
                "kommentiert von den Machern",
                // French
                "Commentaire",
                "Commentaires du réalisateur",
                "Commentaire audio",
                "VO commentée",
                // Spanish
                "Comentario",
                "Comentarios del director",
                "Audiocomentario",
                "Pista comentada",
                // Italian
                "Commento del regista",
                "Commenti audio",
                "Commentario",
                // Portuguese
                "Comentário",
                "Comentários do diretor",
                "Comentarios em audio",
                "Faixa comentada",
                // Dutch
                "Commentaar van de regisseur",
                "Audiocommentaar",
                // Polish, Czech, Slovak, Croatian, Romanian, Hungarian
                "Komentarz reżysera",
                "Komentář režiséra",
                "Audiokomentár",
                "Komentar redatelja",
                "Comentariul regizorului",
                "Rendezői kommentár",
                // Swedish, Norwegian, Danish, Finnish
                "Kommentarspår",
                "Regissörens kommentarer",
                "Kommentarspor",
                "Instruktørkommentar",
                "Ohjaajan kommenttiraita",
                // Turkish, Vietnamese
                "Yönetmen yorumu",
                "Bình luận của đạo diễn"
            })
    void a_commentary_is_known_in_latin_letters(String title) {
        assertThat(roleOf(title)).isEqualTo(TrackRole.COMMENTARY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Russian, Ukrainian, Bulgarian
                "Комментарий",
                "Комментарии режиссёра",
                "Аудиокомментарий",
                "Аудио комментарии создателей",
                "с комментариями",
                "Коментар режисера",
                "Аудіокоментар",
                // Japanese
                "コメンタリー",
                "オーディオコメンタリー",
                "ｵｰﾃﾞｨｵｺﾒﾝﾀﾘｰ",
                "監督コメンタリー",
                "キャストコメンタリ",
                "解説",
                "解説付き",
                // Chinese
                "导演评论",
                "評論音軌",
                "导评音轨",
                "講評",
                "解说",
                // Korean
                "코멘터리",
                "감독 코멘터리",
                "커멘터리",
                "해설",
                // Greek, Hebrew, Arabic
                "Σχόλια σκηνοθέτη",
                "ΣΧΟΛΙΑ",
                "פרשנות הבמאי",
                "تعليق المخرج",
                "التعليق الصوتي"
            })
    void a_commentary_is_known_in_other_scripts(String title) {
        assertThat(roleOf(title)).isEqualTo(TrackRole.COMMENTARY);
    }

    private static TrackRole roleOf(String title) {
        return TrackRole.of(Set.of(), title);
    }
}
