package dev.unknot.devstack.demo;

import dev.unknot.common.client.CreateClient;
import dev.unknot.common.location.Address;
import dev.unknot.common.location.CreateLocation;
import dev.unknot.common.location.CreateRoom;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.WeeklyHours;
import dev.unknot.common.terms.BookingPolicy;
import dev.unknot.common.therapist.CreateTherapist;
import dev.unknot.common.therapist.Gender;
import dev.unknot.common.therapist.PutPattern;
import dev.unknot.common.therapist.Shift;
import dev.unknot.common.treatment.CreateTreatment;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The demo chain as it is written down in {@code chain.json}, where a place goes by its code. */
record Chain(List<Place> locations, List<CreateTreatment> treatments, List<Worker> therapists, List<Guest> clients) {

    static Chain read() {
        InputStream json = Objects.requireNonNull(Chain.class.getResourceAsStream("chain.json"));
        return JsonMapper.shared().readValue(json, Chain.class);
    }

    /**
     * A location and its rooms.
     *
     * @param menu what it sells, such as {@code SWEDISH 60 USD 120.00}; null: what the treatments offer
     * @param policy null: the usual one
     * @param email where answers to its mails go; null: to the chain's address
     */
    record Place(
            String code,
            String name,
            ZoneId zone,
            Address address,
            String phone,
            List<String> opening,
            List<CreateRoom> rooms,
            @Nullable List<String> menu,
            @Nullable BookingPolicy policy,
            @Nullable String email) {

        CreateLocation asRequest() {
            List<WeeklyHours> hours = opening.stream()
                    .map(WeekWords::of)
                    .flatMap(
                            words -> words.days().stream().map(day -> new WeeklyHours(day, words.start(), words.end())))
                    .toList();
            return new CreateLocation(name, zone, address, phone, hours, email);
        }
    }

    /** A therapist and their rota. */
    record Worker(String name, Gender gender, Set<String> skills, List<String> week) {

        CreateTherapist asRequest(Map<String, LocationId> places) {
            Set<LocationId> locations =
                    words().map(words -> place(places, words)).collect(Collectors.toUnmodifiableSet());
            return new CreateTherapist(name, gender, skills, null, locations);
        }

        PutPattern pattern(Map<String, LocationId> places) {
            int weeks = words().mapToInt(WeekWords::weeks).max().orElse(1);
            return new PutPattern(
                    words().flatMap(words -> words.weeksOf(weeks)
                                    .boxed()
                                    .flatMap(week -> words.days().stream()
                                            .map(day -> new Shift(
                                                    place(places, words), day, words.start(), words.end(), week))))
                            .toList(),
                    weeks);
        }

        private Stream<WeekWords> words() {
            return week.stream().map(WeekWords::of);
        }

        private static LocationId place(Map<String, LocationId> places, WeekWords words) {
            return Objects.requireNonNull(places.get(words.place()), words::place);
        }
    }

    /** A client, and the location they go to. */
    record Guest(
            String home,
            String name,
            @Nullable String email,
            @Nullable String phone,
            String language) {

        CreateClient asRequest(Map<String, LocationId> places) {
            return new CreateClient(name, email, phone, language, places.get(home));
        }

        @Override
        public String toString() {
            return "Guest[…]";
        }
    }
}
