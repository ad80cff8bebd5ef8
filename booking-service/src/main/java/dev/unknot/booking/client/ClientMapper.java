package dev.unknot.booking.client;

import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientSnapshot;
import dev.unknot.common.client.ClientView;
import java.util.UUID;
import org.mapstruct.Mapper;

@Mapper
interface ClientMapper {

    ClientView view(Client client);

    ClientSnapshot snapshot(Client client);

    default ClientId id(UUID id) {
        return new ClientId(id);
    }
}
