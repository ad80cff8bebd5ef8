package dev.unknot.platform.settings;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/**
 * Stops a start that is not marked as development ({@code unknot.development}) while one of its settings is good for
 * development alone: a secret that everybody knows, a database without a password, a clock that anybody moves. All settings are
 * known by then, and no bean is made, so nothing has been opened with such a secret yet.
 */
final class DevelopmentOnly implements ApplicationListener<ApplicationPreparedEvent> {

    private static final Logger log = LoggerFactory.getLogger(DevelopmentOnly.class);

    static final String MARK = "unknot.development";

    private static final String KNOWN = "stands in the source of Unknot, so everybody knows it";
    private static final String EMPTY = "is empty";
    private static final String FOR_DEVELOPMENT = "is for development only";

    /** Others' variables may be called anything and hold anything. */
    private static final Pattern OURS = Pattern.compile("(spring|unknot|server|management)[._].*");

    /** Of a name without its separators, as {@link #plain} makes it. */
    private static final Pattern SECRET = Pattern.compile(".*(password|passphrase|secret|token|keys?)");

    private static final String DATABASE_PASSWORD = "springdatasourcepassword";
    private static final String MOVABLE_CLOCK = "unknotclockmovable";

    /** Programs and people whose secrets stand in plain text. */
    private static final Pattern IN_PLAIN_TEXT = Pattern.compile("unknot(tokensdevclients|accountsdev)\\d.*");

    @Override
    public void onApplicationEvent(ApplicationPreparedEvent start) {
        ConfigurableEnvironment environment = start.getApplicationContext().getEnvironment();
        if (environment.getProperty(MARK, Boolean.class, false)) {
            log.warn("This start is marked as development ({}): secrets that everybody knows open it.", MARK);
            return;
        }
        SortedMap<String, String> faults = faults(environment);
        if (!faults.isEmpty()) {
            throw new NotForDevelopment(faults);
        }
    }

    /** By the setting's name, as it was written where it was set. */
    private static SortedMap<String, String> faults(ConfigurableEnvironment environment) {
        SortedMap<String, String> faults = new TreeMap<>();
        Set<String> told = new HashSet<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> known) {
                for (String name : known.getPropertyNames()) {
                    // The first source wins, as it does for whoever reads the setting, in whatever way each spells it.
                    if (isOurs(name) && told.add(plain(name))) {
                        String fault = fault(
                                plain(name), environment.resolvePlaceholders(String.valueOf(known.getProperty(name))));
                        if (fault != null) {
                            faults.put(name, fault);
                        }
                    }
                }
            }
        }
        return faults;
    }

    private static @Nullable String fault(String name, String value) {
        if (IN_PLAIN_TEXT.matcher(name).matches()
                || name.equals(MOVABLE_CLOCK) && !value.strip().equalsIgnoreCase("false")) {
            return FOR_DEVELOPMENT;
        }
        if (name.equals(DATABASE_PASSWORD) && value.isBlank()) {
            return EMPTY;
        }
        boolean known = SECRET.matcher(name).matches() && KnownSecrets.include(value);
        return known || KnownSecrets.areIn(value) ? KNOWN : null;
    }

    private static boolean isOurs(String name) {
        return OURS.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
