package dev.unknot.frontdesk.program;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationView;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.clinic.DeskTokens;
import dev.unknot.frontdesk.clinic.Locations;
import dev.unknot.frontdesk.page.Ago;
import dev.unknot.frontdesk.token.Program;
import dev.unknot.frontdesk.token.Programs;
import dev.unknot.platform.clock.RealTime;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.LocationScope;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets programs in, and out again, in the name of an owner. */
@Component
public class ProgramDesk {

    private static final int MOST_PLACES = 100;
    private static final Duration LATELY = Duration.ofDays(1);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK).withZone(ZoneOffset.UTC);

    private final Programs programs;
    private final Locations locations;
    private final DeskTokens tokens;
    private final RealTime time;

    ProgramDesk(Programs programs, Locations locations, DeskTokens tokens, RealTime time) {
        this.programs = programs;
        this.locations = locations;
        this.tokens = tokens;
        this.time = time;
    }

    /**
     * A program as the page shows it.
     *
     * @param places names of its locations, in their order; empty: all
     * @param used when it last asked for a token
     */
    public record Line(Program program, List<String> places, String registered, String secretSince, String used) {}

    public List<LocationView> places(StaffAccount by) {
        return locations.list(tokens.of(by), null, MOST_PLACES).items();
    }

    public List<Line> list(List<LocationView> places) {
        return programs.list().stream().map(program -> line(program, places)).toList();
    }

    public Programs.Credentials register(StaffAccount by, ProgramForm form) {
        LocationScope scope = form.knownLocations();
        List<UUID> known =
                places(by).stream().map(LocationView::id).map(LocationId::value).toList();
        if (!scope.all() && !known.containsAll(scope.ids())) {
            throw Rejection.invalid("unknown-location", "There is no such location.", "locations");
        }
        return programs.register(form.knownName(), form.knownScope(), scope);
    }

    public Programs.Credentials renewSecret(UUID id, Instant since) {
        return programs.renewSecret(id, since);
    }

    public void end(UUID id) {
        programs.end(id);
    }

    private Line line(Program program, List<LocationView> places) {
        return new Line(
                program,
                places.stream()
                        .filter(place ->
                                program.locations().ids().contains(place.id().value()))
                        .map(LocationView::name)
                        .toList(),
                DAY.format(program.registeredAt()),
                DAY.format(program.secretSince()),
                used(program.lastUsedAt()));
    }

    private String used(@Nullable Instant last) {
        if (last == null) {
            return "never";
        }
        Duration passed = Duration.between(last, time.clock().instant());
        return passed.compareTo(LATELY) < 0 ? Ago.inWords(passed) : DAY.format(last);
    }
}
