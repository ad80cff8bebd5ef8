package dev.unknot.platform.web;

import dev.unknot.common.time.Era;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;

/**
 * The dates and instants that a parameter or a field of a form takes: of the {@link Era}. Java knows a billion years more, with
 * which neither a calculation nor a database can do anything.
 */
final class TimesOfTheEra implements GenericConverter {

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        return Set.of(
                new ConvertiblePair(String.class, LocalDate.class), new ConvertiblePair(String.class, Instant.class));
    }

    @Override
    public @Nullable Object convert(@Nullable Object given, TypeDescriptor from, TypeDescriptor to) {
        if (!(given instanceof String text) || text.isBlank()) {
            return null;
        }
        return to.getType() == LocalDate.class ? date(text.strip()) : instant(text.strip());
    }

    private static LocalDate date(String text) {
        LocalDate read = LocalDate.parse(text);
        require(Era.includes(read));
        return read;
    }

    private static Instant instant(String text) {
        Instant read = Instant.parse(text);
        require(Era.includes(read));
        return read;
    }

    private static void require(boolean known) {
        if (!known) {
            throw new DateTimeException("outside the years 1970 to 2199");
        }
    }
}
