package dev.unknot.notification.message;

import dev.unknot.common.message.Channel;
import dev.unknot.common.message.MessageKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The templates on the class path, {@code texts/KIND.CHANNEL.LANGUAGE.txt}. */
@Component
class Templates {
    private final Map<String, Optional<Template>> read = new ConcurrentHashMap<>();

    /** In that language of that region, in that language, or else in English. */
    Template of(MessageKind kind, Channel channel, String language) {
        return of(kind.name(), channel, language);
    }

    /** For a message about several visits. */
    Template ofSeries(MessageKind kind, Channel channel, String language) {
        return of(kind + "_SERIES", channel, language);
    }

    private Template of(String kind, Channel channel, String language) {
        Locale asked = Locale.forLanguageTag(language);
        return Stream.of(asked, Locale.of(asked.getLanguage()), Locale.ENGLISH)
                .flatMap(locale -> template(kind, channel, locale).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no English text for " + kind + " by " + channel));
    }

    private Optional<Template> template(String kind, Channel channel, Locale locale) {
        String path =
                "/texts/" + (kind + "." + channel).toLowerCase(Locale.ROOT) + "." + locale.toLanguageTag() + ".txt";
        return read.computeIfAbsent(path, missing -> read(missing, locale));
    }

    private static Optional<Template> read(String path, Locale locale) {
        try (InputStream text = Templates.class.getResourceAsStream(path)) {
            return text == null
                    ? Optional.empty()
                    : Optional.of(new Template(
                            locale,
                            new String(text.readAllBytes(), StandardCharsets.UTF_8)
                                    .lines()
                                    .toList()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
