package dev.unknot.frontdesk.page;

import dev.unknot.common.time.Era;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The dates and instants that a page takes: of the {@link Era}. Java knows a billion years more, with which neither a
 * clinic nor a calculation can do anything.
 */
@Configuration(proxyBeanMethods = false)
class TypedDates implements WebMvcConfigurer {

    /** In front of Spring's own, annotated or not. */
    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new Reading());
    }

    private static final class Reading implements GenericConverter {

        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(
                    new ConvertiblePair(String.class, LocalDate.class),
                    new ConvertiblePair(String.class, Instant.class));
        }

        @Override
        public @Nullable Object convert(@Nullable Object typed, TypeDescriptor from, TypeDescriptor to) {
            if (!(typed instanceof String text) || text.isBlank()) {
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
}
