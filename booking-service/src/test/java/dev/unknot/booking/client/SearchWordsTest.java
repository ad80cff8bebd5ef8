package dev.unknot.booking.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unknot.platform.problem.Rejection;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People are found as they are typed, however they were written down. */
class SearchWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Sean O’Brien        | o'brien
                    Sean O'Brien        | O’Brien
                    Sean O`Brien        | obrien
                    Sean O'Brien        | o brien
                    Leilani Kaʻahumanu  | kaahumanu
                    Anna Groß           | gross
                    Anna Gross          | groß
                    Anna GROẞ           | groß
                    Søren Kjær          | soren kjaer
                    Søren Kjær          | soeren
                    Søren Kjær          | kjär
                    Łukasz Wałęsa       | lukasz walesa
                    Novak Đoković       | dokovic
                    Novak Đoković       | djokovic
                    Novak Djokovic      | Đoković
                    Þóra Ðrífa          | thora drifa
                    Ågot Ødegård        | agot odegard
                    Ågot Ødegård        | aagot
                    Mia Mueller         | müller
                    Mia Müller          | mueller
                    Mia Müller          | muller
                    Mia Müller-Lind     | mullerlind
                    Mia Müller‑Lind     | müller lind
                    Mia Müller-Lind     | lind, mia
                    Annemarie Voss      | anne-marie
                    Anne-Marie Voss     | annemarie
                    Mia Lind            | Lind, Mia
                    Mia Lind            | LIND,MIA
                    J. R. Smith         | j smith
                    Jan van der Berg    | vanderberg
                    Işıl Yılmaz         | isil yilmaz
                    ISIL YILMAZ         | ışıl yılmaz
                    İpek Demir          | ipek
                    李小龍               | 李
                    李小龍               | 小龍
                    李 小龍              | 李小龍
                    김민수               | 김
                    김민수               | 민수
                    山田がく             | がく
                    Иван Йовков         | йовков
                    Пётр Елкин          | петр ёлкин
                    Νίκος Παπάς         | ΝΙΚΟΣ
                    أحمد علي            | احمد
                    علی رضا             | علي
                    שָׁלוֹם כהן            | שלום
                    ‏שלום כהן‏            | כהן
                    Ｍｉａ Ｌｉｎｄ          | mia lind
                    Dvořák Antonín      | dvorak
                    Nguyễn Thị Hoa      | nguyen thi
                    """)
    void aNameIsFound(String name, String typed) {
        assertThat(finds(typed, name, "x@example.org", null)).isTrue();
    }

    @Test
    void accentsThatStandApartAreTheSame() {
        assertThat(finds("mueller", "Mia Mu\u0308ller", null, "+436601")).isTrue();
        assertThat(finds("mu\u0308ll", "Mia Müller", null, "+436601")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+43 660 333 44 55",
                "0043 660 3334455",
                "011 43 660 3334455",
                "0660/333 44-55",
                "(0660) 333.44.55",
                "+43 (0)660 3334455",
                "tel:+436603334455",
                "660–333–4455",
                "4455",
                "runa 3334455",
                "0660 333 runa",
                "٠٦٦٠ ٣٣٣ ٤٤ ٥٥"
            })
    void aPhoneNumberIsFoundInAnyForm(String typed) {
        assertThat(finds(typed, "Runa Berg", null, "+436603334455")).isTrue();
        assertThat(finds(typed, "Runa Berg", null, "+436609876543")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "+79123456789,8 912 345-67-89",
        "+36301234567,06 30 123 4567",
        "+390612345678,06 1234 5678",
        "+442079460958,020 7946 0958"
    })
    void aPhoneNumberIsFoundAsItIsDialledAtHome(String phone, String typed) {
        assertThat(finds(typed, "Runa Berg", null, phone)).isTrue();
    }

    @Test
    void anEmailIsFoundByItsParts() {
        for (String typed :
                new String[] {"anna-lena", "lena.o'x", "example.org", "anna-lena.o'x+spa@example.org", "l_na"}) {
            assertThat(finds(typed, "Ada", "Anna-Lena.O'X+spa@example.org", null))
                    .as(typed)
                    .isEqualTo(!typed.equals("l_na"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Ada Lind,eve",
        "Ada Lind,da",
        "Ada Lind,adda",
        "Ada Lind,a_a",
        "Ada Lind,%%%",
        "李小龍,王",
        "Ada Lind,'ada, eve'"
    })
    void othersAreNot(String name, String typed) {
        boolean found;
        try {
            found = finds(typed, name, null, "+436601234567");
        } catch (Rejection nothingToLookFor) {
            found = false;
        }
        assertThat(found).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "q", "'", "-", "’’’", "ü"})
    void oneLetterIsTooFewInMostScripts(String typed) {
        assertThatThrownBy(() -> SearchWords.of(typed)).isInstanceOf(Rejection.class);
    }

    private static boolean finds(String typed, String name, @Nullable String email, @Nullable String phone) {
        String text = SearchText.of(name, email, phone);
        assertThat(text).matches("\\p{ASCII}*");
        return SearchWords.of(typed).patterns().stream().allMatch(pattern -> like(pattern, text));
    }

    /** What LIKE does. */
    private static boolean like(String pattern, String text) {
        StringBuilder regex = new StringBuilder();
        for (int at = 0; at < pattern.length(); at++) {
            char letter = pattern.charAt(at);
            if (letter == '\\') {
                regex.append(Pattern.quote(pattern.substring(++at, at + 1)));
            } else {
                regex.append(letter == '%' ? ".*" : letter == '_' ? "." : Pattern.quote(String.valueOf(letter)));
            }
        }
        return text.matches(regex.toString());
    }
}
