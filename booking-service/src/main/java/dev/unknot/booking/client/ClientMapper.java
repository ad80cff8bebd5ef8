package dev.unknot.booking.client;

import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientSnapshot;
import dev.unknot.common.client.ClientView;
import java.util.UUID;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

@Mapper
interface ClientMapper {

    ClientView view(Client client);

    @Mapping(target = "barred", constant = "false")
    @Mapping(target = "avoids", expression = "java(java.util.Set.of())")
    ClientSnapshot snapshot(Client client);

    default ClientId id(UUID id) {
        return new ClientId(id);
    }
}
