package dev.unknot.frontdesk.board;

import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.block.BlockView;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientView;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationView;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.WorkdayView;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.clinic.Bearer;
import dev.unknot.frontdesk.clinic.DeskTokens;
import dev.unknot.frontdesk.clinic.Locations;
import dev.unknot.frontdesk.clinic.Names;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Writes a location's day for paper, in the name of who asks for it. */
@Service
public class DaySheets {

    private final DeskTokens tokens;
    private final Locations locations;
    private final DayBook book;
    private final Names names;
    private final Clock clock;

    DaySheets(DeskTokens tokens, Locations locations, DayBook book, Names names, Clock clock) {
        this.tokens = tokens;
        this.locations = locations;
        this.book = book;
        this.names = names;
        this.clock = clock;
    }

    /** @param therapist null: of all of them */
    public DaySheet of(StaffAccount viewer, LocationId location, LocalDate date, @Nullable TherapistId therapist) {
        Bearer by = tokens.of(viewer);
        LocationView place = locations.find(by, location);
        DayFacts facts = book.facts(by, place, date, clock.instant());
        WallTime wall = new WallTime(place.zone());
        return new DaySheet(
                place.name(),
                wall.day(date) + " · " + wall.zoneName(),
                parts(facts, names.clientsOf(by, facts.standing())).stream()
                        .filter(part -> therapist == null || part.id().equals(therapist.toString()))
                        .toList());
    }

    static List<DaySheet.Part> parts(DayFacts facts, Map<ClientId, ClientView> clients) {
        return facts.therapists().stream()
                .map(workday -> part(workday, facts, clients))
                .filter(part -> !part.lines().isEmpty() || !part.hours().isEmpty())
                .toList();
    }

    private static DaySheet.Part part(WorkdayView workday, DayFacts facts, Map<ClientId, ClientView> clients) {
        WallTime wall = new WallTime(facts.zone());
        Stream<Timed> visits = facts.standing().stream()
                .filter(visit -> visit.therapists().contains(workday.therapistId()))
                .map(visit -> new Timed(visit.start(), visit(visit, workday.therapistId(), facts, clients)));
        Stream<Timed> blocks = facts.blocks().stream()
                .filter(block -> workday.therapistId().equals(block.therapistId()))
                .map(block -> new Timed(block.start(), blocked(block, wall)));
        return new DaySheet.Part(
                workday.therapistId().toString(),
                workday.name(),
                workday.working().stream().map(wall::span).collect(Collectors.joining(", ")),
                Stream.concat(visits, blocks)
                        .sorted(Comparator.comparing(Timed::start))
                        .map(Timed::line)
                        .toList());
    }

    private static DaySheet.Line visit(
            AppointmentView visit, TherapistId therapist, DayFacts facts, Map<ClientId, ClientView> clients) {
        List<ClientId> ids = visit.participants().stream()
                .filter(participant -> participant.therapistId().equals(therapist))
                .map(Participant::clientId)
                .filter(Objects::nonNull)
                .toList();
        List<ClientView> theirs =
                ids.stream().map(clients::get).filter(Objects::nonNull).toList();
        String nobody = ids.isEmpty() ? "Nobody named yet" : ClientNames.ERASED;
        return new DaySheet.Line(
                new WallTime(facts.zone()).span(DayFacts.during(visit)),
                theirs.isEmpty() ? nobody : joined(theirs, client -> Optional.of(client.name())),
                joined(theirs, client -> Optional.ofNullable(client.phone())),
                facts.treatments().getOrDefault(visit.treatmentId(), "Treatment") + ", " + visit.minutes() + " min",
                facts.rooms().getOrDefault(visit.roomId(), ""),
                state(visit, facts));
    }

    /** Empty where it stands as booked and all is well. */
    private static String state(AppointmentView visit, DayFacts facts) {
        Standing standing = Standing.of(visit.status());
        return Stream.of(
                        standing == Standing.BOOKED ? "" : standing.words(),
                        visit.displaced() == null ? "" : "Not covered",
                        facts.unreached().contains(visit.id()) ? "Not reached: call" : "")
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(". "));
    }

    private static DaySheet.Line blocked(BlockView block, WallTime wall) {
        return new DaySheet.Line(wall.span(Blocked.during(block)), "Blocked: " + Blocked.words(block), "", "", "", "");
    }

    private static String joined(List<ClientView> clients, Function<ClientView, Optional<String>> part) {
        return clients.stream().map(part).flatMap(Optional::stream).distinct().collect(Collectors.joining(", "));
    }

    private record Timed(Instant start, DaySheet.Line line) {}
}
