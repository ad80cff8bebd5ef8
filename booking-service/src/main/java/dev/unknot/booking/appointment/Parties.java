package dev.unknot.booking.appointment;

import dev.unknot.booking.availability.PartyWish.Seat;
import dev.unknot.booking.client.ClientRegister;
import dev.unknot.common.appointment.BookAppointment;
import dev.unknot.common.appointment.HoldTime;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.therapist.TherapistId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who is to take part, from what a request says: clients that exist, each once. */
@Component
class Parties {

    private final ClientRegister clients;

    Parties(ClientRegister clients) {
        this.clients = clients;
    }

    List<Seat> of(BookAppointment command) {
        return checked(
                command.participants().stream()
                        .map(seat -> new Seat(seat.clientId(), seat.therapistId()))
                        .toList(),
                Fields.OF_BOOKING);
    }

    List<Seat> of(HoldTime command) {
        List<HoldTime.HeldSeat> several = command.participants();
        if (several == null) {
            return checked(List.of(new Seat(command.clientId(), command.therapistId())), Fields.OF_HOLD);
        }
        if (command.clientId() != null || command.therapistId() != null) {
            throw Refusals.namedTwice("participants");
        }
        return checked(
                several.stream()
                        .map(seat -> new Seat(seat.clientId(), seat.therapistId()))
                        .toList(),
                Fields.OF_BOOKING);
    }

    /** Those who name nobody come to whom the time is held of; there are as many as it is held for. */
    List<Seat> withThoseOf(Appointment held, List<Seat> seats) {
        List<Seat> filled = new ArrayList<>();
        for (Seat seat : seats) {
            TherapistId known = held.therapists().get(filled.size());
            filled.add(new Seat(seat.client(), seat.therapist() == null ? known : seat.therapist()));
        }
        return filled;
    }

    /** Once more, under their locks: somebody may have been erased, or merged with another, until then. */
    void requireKnown(Wish wish) {
        for (int i = 0; i < wish.seats().size(); i++) {
            ClientId client = wish.seats().get(i).client();
            if (client != null && !clients.knows(client)) {
                throw Refusals.unknownClient(wish.fields().client(i));
            }
        }
    }

    private List<Seat> checked(List<Seat> seats, Fields fields) {
        Set<ClientId> seen = new HashSet<>();
        for (int i = 0; i < seats.size(); i++) {
            ClientId client = seats.get(i).client();
            if (client == null) {
                continue;
            }
            if (!seen.add(client)) {
                throw Refusals.clientTwice(fields.client(i));
            }
            if (!clients.knows(client)) {
                throw Refusals.unknownClient(fields.client(i));
            }
        }
        return seats;
    }
}
