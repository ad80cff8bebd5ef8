package dev.unknot.booking.client;

import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientSnapshot;
import dev.unknot.common.client.ClientView;
import dev.unknot.common.client.RestrictionsView;
import dev.unknot.common.therapist.TherapistId;
import java.util.UUID;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

@Mapper
interface ClientMapper {

    ClientView view(Client client);

    ClientSnapshot snapshot(Client client);

    @Mapping(target = "clientId", source = "id")
    @Mapping(target = "barred", source = "barredBecause")
    RestrictionsView restrictions(Client client);

    default ClientId id(UUID id) {
        return new ClientId(id);
    }

    default TherapistId therapist(UUID id) {
        return new TherapistId(id);
    }
}
