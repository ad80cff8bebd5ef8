package dev.unknot.frontdesk.clinic;

import dev.unknot.common.api.ItemList;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientView;
import dev.unknot.common.client.CorrectClient;
import dev.unknot.common.client.CreateClient;
import java.util.Collection;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** Clients, in booking-service. */
@HttpExchange("/api/v1")
public interface Clients {

    /** @param q two letters or more of a name, a phone number or an email address */
    @GetExchange("/clients")
    ItemList<ClientView> search(Bearer by, @RequestParam String q, @RequestParam int limit);

    /** Those of at most 100 ids whom the caller may see, in no order. */
    @GetExchange("/clients")
    ItemList<ClientView> named(Bearer by, @RequestParam Collection<ClientId> id);

    @GetExchange("/clients")
    ItemList<ClientView> withPhone(Bearer by, @RequestParam String phone);

    @GetExchange("/clients")
    ItemList<ClientView> withEmail(Bearer by, @RequestParam String email);

    @GetExchange("/clients/{id}")
    ClientView find(Bearer by, @PathVariable ClientId id);

    @PutExchange("/clients/{id}")
    ClientView correct(Bearer by, @PathVariable ClientId id, IfMatch seen, @RequestBody CorrectClient command);

    @PostExchange("/clients")
    ClientView create(Bearer by, @RequestHeader("Idempotency-Key") UUID key, @RequestBody CreateClient command);
}
