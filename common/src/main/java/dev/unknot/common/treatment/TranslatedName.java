package dev.unknot.common.treatment;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a treatment is called.
 *
 * @param name where there is no other for a language
 * @param names by language, BCP 47 tags
 */
public record TranslatedName(String name, Map<String, String> names) {

    public TranslatedName {
        names = Map.copyOf(names);
    }

    /** In that language of that region, in that language, or else the one name it always has. */
    public String in(Locale language) {
        return Stream.of(language.toLanguageTag(), language.getLanguage())
                .flatMap(tag -> Stream.ofNullable(names.get(tag)))
                .findFirst()
                .orElse(name);
    }
}
